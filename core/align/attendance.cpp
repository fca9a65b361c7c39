// Somebody who was there in one article and was not in another. Kept only if it is surely the same
// person, group or country, both speak of one kind of occasion, no time says otherwise, and neither
// article says both: then it tells of two occasions.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/align/comparison.h"
#include "core/base/date.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 700;
constexpr size_t kMostTold = 100;  // an article that says so of more is a list, and is left out

class AttendanceComparer {
 public:
  explicit AttendanceComparer(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    const uint32_t count = static_cast<uint32_t>(comparison_.articles.size());
    for (a_ = 0; a_ < count; ++a_) {
      for (b_ = a_ + 1; b_ < count; ++b_) {
        if (Of(a_).size() > kMostTold || Of(b_).size() > kMostTold) continue;
        for (const Attendance& x : Of(a_)) {
          for (const Attendance& y : Of(b_)) Compare(x, y);
        }
      }
    }
    return std::move(out_);
  }

 private:
  const std::vector<Attendance>& Of(uint32_t article) const {
    return comparison_.At(article).attendance;
  }

  void Compare(const Attendance& x, const Attendance& y) {
    if (x.present == y.present || !IsSame(a_, x, b_, y)) return;
    if (!ShareOccasion(x, y) || !AreInOneWorld(x, y) || TimesExclude(x, y) || NamesExclude(x, y))
      return;
    if (SaysBoth(a_, x) || SaysBoth(b_, y)) return;
    Difference difference;
    difference.kind = DifferenceKind::kParticipants;
    difference.pair = kNoPair;
    difference.a = {a_, x.words};
    difference.b = {b_, y.words};
    difference.mark_a = x.words;
    difference.mark_b = y.words;
    difference.score = kScore;
    difference.value_a = x.present ? "present" : "absent";
    difference.value_b = y.present ? "present" : "absent";
    out_.push_back(std::move(difference));
  }

  // ---- who

  // One name; or one office, by its words or by who holds it; or a group by the same words, or of
  // which a part was there ("off-duty firefighters").
  bool IsSame(uint32_t article_x, const Attendance& x, uint32_t article_y,
              const Attendance& y) const {
    const uint32_t of_x = PersonOf(article_x, x), of_y = PersonOf(article_y, y);
    if (of_x != kNoEntity || of_y != kNoEntity)
      return of_x == of_y || HaveOneName(article_x, x, article_y, y);
    if (x.entity != kNoEntity || y.entity != kNoEntity || x.plural != y.plural) return false;
    if (!x.named && !y.named) return false;
    return x.plural ? IsPartOf(x.present ? x.group : y.group, x.present ? y.group : x.group)
                    : RelateRoles(Spaced(x.group), Spaced(y.group)) == Relation::kEqual;
  }
  static bool IsPartOf(std::string_view part, std::string_view whole) {
    if (part.size() <= whole.size()) return part == whole;
    const size_t before = part.size() - whole.size();
    return part.substr(before) == whole && part[before - 1] == ' ';
  }
  // "Attorney-general" is "attorney general".
  static std::string Spaced(std::string role) {
    std::replace(role.begin(), role.end(), '-', ' ');
    return role;
  }

  // A full name that one article takes for a person's and the other cannot place.
  bool HaveOneName(uint32_t article_x, const Attendance& x, uint32_t article_y,
                   const Attendance& y) const {
    if (x.entity == kNoEntity || y.entity == kNoEntity) return false;
    const std::string& key = comparison_.At(article_x).mentions.entities[x.entity].key;
    return key.find(' ') != std::string::npos &&
           key == comparison_.At(article_y).mentions.entities[y.entity].key;
  }

  // The linked entity; of "the transport minister" the only person that either article calls so.
  uint32_t PersonOf(uint32_t article, const Attendance& who) const {
    if (who.entity != kNoEntity) return comparison_.entities.Find(article, who.entity);
    if (who.plural) return kNoEntity;
    uint32_t holder = kNoEntity;
    for (const uint32_t other : {a_, b_}) {
      const Mentions& mentions = comparison_.At(other).mentions;
      for (const RoleMention& role : mentions.roles) {
        const Relation relation = RelateRoles(Spaced(role.role), Spaced(who.group));
        if (relation != Relation::kEqual && relation != Relation::kNarrower) continue;
        const uint32_t linked = comparison_.entities.Find(other, role.entity);
        if (role.former || linked == kNoEntity || linked == holder) continue;
        if (holder != kNoEntity) return kNoEntity;
        holder = linked;
      }
    }
    return holder;
  }

  bool SaysBoth(uint32_t article, const Attendance& said) const {
    return std::any_of(Of(article).begin(), Of(article).end(), [&](const Attendance& other) {
      return other.present != said.present && IsSame(article, said, article, other);
    });
  }

  // ---- at what

  static bool ShareOccasion(const Attendance& x, const Attendance& y) {
    return std::any_of(x.occasions.begin(), x.occasions.end(), [&](std::string_view occasion) {
      return std::binary_search(y.occasions.begin(), y.occasions.end(), occasion);
    });
  }

  bool TimesExclude(const Attendance& x, const Attendance& y) const {
    const std::vector<const Time*> in_a = TimesOf(a_, x), in_b = TimesOf(b_, y);
    bool compatible = (in_a.empty() || in_b.empty()) && WrittenTogether();
    for (const Time* time_a : in_a) {
      for (const Time* time_b : in_b) {
        if (Relate(*time_a, *time_b) != Relation::kDisjoint) compatible = true;
      }
    }
    return !compatible;
  }
  // A day apart at most: an evening's wire and the morning's paper. Where one date is not known,
  // so.
  bool WrittenTogether() const {
    const auto day_a = ParseIsoDay(comparison_.articles[a_].date),
               day_b = ParseIsoDay(comparison_.articles[b_].date);
    return !day_a || !day_b || std::abs(int64_t{*day_a} - int64_t{*day_b}) <= 1;
  }
  std::vector<const Time*> TimesOf(uint32_t article, const Attendance& said) const {
    const Span sentence = comparison_.DocumentOf(article).sentences[said.sentence].span;
    std::vector<const Time*> times;
    for (const Time& time : comparison_.At(article).times) {
      if (sentence.Contains(time.span)) times.push_back(&time);
    }
    return times;
  }

  // "The talks in Oslo", "talks with Elsinia": both name somebody or somewhere else, and nothing
  // that is one.
  bool NamesExclude(const Attendance& x, const Attendance& y) const {
    const std::vector<uint32_t> in_a = OtherNames(a_, x), in_b = OtherNames(b_, y);
    if (in_a.empty() || in_b.empty()) return false;
    return std::none_of(in_a.begin(), in_a.end(), [&](uint32_t name) {
      return std::find(in_b.begin(), in_b.end(), name) != in_b.end();
    });
  }
  std::vector<uint32_t> OtherNames(uint32_t article, const Attendance& said) const {
    std::vector<uint32_t> names;
    for (const Mention& mention : comparison_.At(article).mentions.mentions) {
      if (mention.span.begin < said.verb || mention.span.end > said.words.end) continue;
      if (mention.entity != kNoEntity)
        names.push_back(comparison_.entities.Find(article, mention.entity));
    }
    return names;
  }

  // ---- who says so

  // The article's own words on both sides, or one source's; or a report that nobody doubts of
  // somebody else than its speaker.
  bool AreInOneWorld(const Attendance& x, const Attendance& y) const {
    if (IsQuoted(a_, x) || IsQuoted(b_, y)) return false;
    const World world = WorldOf(comparison_, {a_, x.claim}, {b_, y.claim});
    if (world == World::kMixed) return IsPlainReport(a_, x) && IsPlainReport(b_, y);
    return world != World::kOtherSources;
  }
  const Quotation* QuotationOf(uint32_t article, const Attendance& said) const {
    const Analysis& analysis = comparison_.At(article);
    const uint32_t quotation = analysis.claims.claims[said.claim].quotation;
    return quotation == kNoQuotation ? nullptr : &analysis.quotations[quotation];
  }
  bool IsQuoted(uint32_t article, const Attendance& said) const {
    const Quotation* quotation = QuotationOf(article, said);
    return quotation != nullptr && quotation->kind != QuotationKind::kIndirect;
  }
  bool IsPlainReport(uint32_t article, const Attendance& said) const {
    const Quotation* quotation = QuotationOf(article, said);
    if (quotation == nullptr) return true;
    if (quotation->force != CueForce::kNeutral) return false;
    return quotation->speaker.entity == kNoEntity || quotation->speaker.entity != said.entity;
  }

  const Comparison& comparison_;
  uint32_t a_ = 0, b_ = 0;  // the articles at hand
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareAttendance(const Comparison& comparison) {
  return AttendanceComparer(comparison).Run();
}

}  // namespace crossread
