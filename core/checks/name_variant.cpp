// One person, two spellings. A misspelling is loud, two ways to write a sound are low; nicknames,
// accents and hyphens are info.
#include <algorithm>
#include <map>

#include "core/base/utf8.h"
#include "core/checks/check.h"

namespace crossread {
namespace {

const Entity& EntityOf(const Comparison& comparison, EntityRef ref) {
  return comparison.At(ref.article).mentions.entities[ref.entity];
}

// The first and the last part of a name: "Betty Mae Hale" spells "Betty" as "Betty Hale" does.
std::string WithoutMiddle(const std::string& key) {
  const size_t first = key.find(' ');
  return first == std::string::npos ? key : key.substr(0, first) + key.substr(key.rfind(' '));
}

// Every article that spells a member of this linked entity with `key`, or with its first and last
// part if `without_middle`; with the first such mention.
void AddSpelling(const Comparison& comparison, const LinkedEntity& entity, const std::string& key,
                 bool without_middle, Finding* finding) {
  ValueGroup group;
  group.value = key;
  const uint32_t index = static_cast<uint32_t>(finding->groups.size());
  for (const EntityRef member : entity.members) {
    const Entity& spelt = EntityOf(comparison, member);
    if ((without_middle ? WithoutMiddle(spelt.key) : spelt.key) != key) continue;
    if (group.label.empty()) group.label = spelt.name;
    // The mention that shows the name in full.
    for (const uint32_t m : spelt.mentions) {
      const Place place{member.article, comparison.At(member.article).mentions.mentions[m].span};
      if (comparison.Text(place) != spelt.name) continue;
      if (group.articles.empty() || group.articles.back() != member.article) {
        group.articles.push_back(member.article);
      }
      finding->evidence.push_back({place, index, {}});
      break;
    }
  }
  finding->groups.push_back(std::move(group));
}

// The one mention of a slip that an edited copy shows, beside the right name in the same sentence.
bool IsInCopy(const Comparison& comparison, EntityRef ref) {
  const Entity& entity = EntityOf(comparison, ref);
  if (entity.mentions.size() != 1 || entity.key.find(' ') != std::string::npos) return false;
  const Span name = comparison.At(ref.article).mentions.mentions[entity.mentions[0]].span;
  return std::any_of(comparison.differences.begin(), comparison.differences.end(),
                     [&](const Difference& d) {
                       if (d.kind != DifferenceKind::kName) return false;
                       return (d.a.article == ref.article && d.mark_a.Overlaps(name)) ||
                              (d.b.article == ref.article && d.mark_b.Overlaps(name));
                     });
}

// A surname alone that each article with the other name has as well: the slip is their author's,
// and no difference between them.
bool IsEverywhere(const Comparison& comparison, const ValueGroup& names, const std::string& slip) {
  if (slip.find(' ') != std::string::npos) return false;
  return std::all_of(names.articles.begin(), names.articles.end(), [&](uint32_t article) {
    const Document& document = comparison.DocumentOf(article);
    return std::any_of(document.tokens.begin(), document.tokens.end(), [&](const Token& token) {
      return token.capital && document.Norm(token) == slip;
    });
  });
}

std::string_view RelationReason(NameRelation relation) {
  switch (relation) {
    case NameRelation::kMisspelling:
      return "same person, spellings a letter or two apart";
    case NameRelation::kTransliteration:
      return "same person, two ways to write the name in Latin letters";
    case NameRelation::kHomophone:
      return "same person, two spellings of what sounds the same";
    case NameRelation::kNickname:
      return "same person, a short form of the given name";
    default:
      return "same person";
  }
}

// "Rüegger" and "Ruegger", "Min-ji" and "Minji": what a typeface or a house style decides.
bool IsStyle(const std::string& a, const std::string& b) {
  const auto letters = [](const std::string& name) {
    std::string out;
    for (const char c : Fold(name)) {
      if (c != ' ' && c != '-' && c != '\'') out += c;
    }
    return out;
  };
  const auto plain = [](const std::string& name) {
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  };
  return !plain(a) || !plain(b) || letters(a) == letters(b);
}

Severity SeverityOf(NameRelation relation, const std::string& a, const std::string& b) {
  switch (relation) {
    case NameRelation::kMisspelling:
      return Severity::kMedium;
    case NameRelation::kHomophone:
      return Severity::kLow;
    case NameRelation::kTransliteration:
      return IsStyle(a, b) ? Severity::kInfo : Severity::kLow;
    default:
      return Severity::kInfo;
  }
}

// Who writes it the one way writes it the other way as well.
bool IsSlip(const Finding& finding) {
  const auto within = [](const ValueGroup& few, const ValueGroup& all) {
    return std::all_of(few.articles.begin(), few.articles.end(), [&](uint32_t article) {
      return std::find(all.articles.begin(), all.articles.end(), article) != all.articles.end();
    });
  };
  return within(finding.groups[0], finding.groups[1]) ||
         within(finding.groups[1], finding.groups[0]);
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  const size_t first = findings->size();
  std::map<std::pair<std::string, std::string>, bool> seen;  // pairs of keys, reported once
  for (const NamePair& pair : comparison.entities.variants) {
    std::string a = EntityOf(comparison, pair.a).key, b = EntityOf(comparison, pair.b).key;
    if (IsInCopy(comparison, pair.a) || IsInCopy(comparison, pair.b)) continue;
    const bool without_middle = WithoutMiddle(a) != WithoutMiddle(b);
    if (without_middle) a = WithoutMiddle(a), b = WithoutMiddle(b);
    if (!seen.try_emplace(std::minmax(a, b), true).second) continue;
    const uint32_t linked = comparison.entities.Find(pair.a.article, pair.a.entity);
    Finding finding;
    AddSpelling(comparison, comparison.entities.entities[linked], a, without_middle, &finding);
    AddSpelling(comparison, comparison.entities.entities[linked], b, without_middle, &finding);
    const bool shown = std::all_of(finding.groups.begin(), finding.groups.end(),
                                   [](const ValueGroup& g) { return !g.articles.empty(); });
    if (!shown) continue;
    if (IsEverywhere(comparison, finding.groups[0], b) ||
        IsEverywhere(comparison, finding.groups[1], a))
      continue;
    const bool misspelling = pair.relation == NameRelation::kMisspelling;
    finding.severity = SeverityOf(pair.relation, EntityOf(comparison, pair.a).name,
                                  EntityOf(comparison, pair.b).name);
    if (misspelling && IsSlip(finding)) finding.severity = Severity::kLow;
    finding.score = misspelling ? 900 : 950;
    finding.message = SayEach(comparison, finding, "write");
    finding.reason = RelationReason(pair.relation);
    findings->push_back(std::move(finding));
  }
  for (const DifferenceGroup& group :
       GroupDifferences(comparison, DifferenceKind::kName, CopyValue)) {
    if (IsTold(*findings, first, group)) continue;
    Finding finding;
    const bool minor = std::all_of(group.differences.begin(), group.differences.end(),
                                   [&](uint32_t d) { return comparison.differences[d].minor; });
    finding.severity = minor ? Severity::kLow : Severity::kMedium;
    finding.score = group.score;
    AddSides(comparison, group, /*named_by_words=*/false, &finding);
    finding.message = SayEach(comparison, finding, "write");
    finding.reason = minor ? "one name, written in two ways"
                           : "one place in the text, names that are nearly one";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kNameVariant = {"name_variant", Family::kName, "one person, two spellings", Run};

}  // namespace crossread
