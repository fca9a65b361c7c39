#include "core/compare.h"

#include <map>

#include "core/align/same_event.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace crossread {
namespace {

std::string LabelOf(const ArticleInput& input) {
  if (!input.source.empty()) return input.source;
  if (!input.title.empty()) return input.title;
  return input.name.empty() ? input.id : input.name;
}

ReportArticle Read(const ArticleInput& input, AnalysisCache* cache) {
  ReportArticle article;
  article.id = RepairUtf8(input.id, nullptr);
  article.label = RepairUtf8(LabelOf(input), nullptr);
  article.source = RepairUtf8(input.source, nullptr);
  article.title = RepairUtf8(input.title, nullptr);
  article.date = RepairUtf8(input.date, nullptr);
  article.url = RepairUtf8(input.url, nullptr);
  article.bytes = input.text.size();
  if (input.text.size() > kMaxArticleBytes) {
    article.status = ArticleStatus::kTooLarge;
    article.analysis = std::make_shared<const Analysis>();
    return article;
  }
  article.analysis =
      cache != nullptr
          ? cache->Get(input)
          : std::make_shared<const Analysis>(Analyse(input.text, input.title, input.date));
  if (article.analysis->document.tokens.empty()) {
    article.status = ArticleStatus::kEmpty;
  } else if (article.analysis->language == Language::kOther) {
    article.status = ArticleStatus::kNotEnglish;
  }
  return article;
}

// Two outlets of one name are told apart by their ids.
void MakeLabelsUnique(std::vector<ReportArticle>* articles) {
  std::map<std::string, int> count;
  for (const ReportArticle& article : *articles) ++count[article.label];
  for (ReportArticle& article : *articles) {
    if (count[article.label] > 1 && article.label != article.id)
      article.label += " (" + article.id + ")";
  }
}

// What is on another event than the rest is not compared.
void MarkOtherEvents(std::vector<ReportArticle>* articles) {
  std::vector<size_t> candidates;
  std::vector<const Analysis*> analyses;
  for (size_t i = 0; i < articles->size(); ++i) {
    if ((*articles)[i].status != ArticleStatus::kCompared) continue;
    candidates.push_back(i);
    analyses.push_back((*articles)[i].analysis.get());
  }
  for (const uint32_t other : OnOtherEvents(EventLikeness(analyses))) {
    (*articles)[candidates[other]].status = ArticleStatus::kOtherEvent;
  }
}

std::vector<Article> Compared(std::vector<ReportArticle>* articles) {
  std::vector<Article> compared;
  for (ReportArticle& article : *articles) {
    if (article.status != ArticleStatus::kCompared) continue;
    article.compared = static_cast<uint32_t>(compared.size());
    compared.push_back({article.id, article.label, article.date, article.analysis.get()});
  }
  return compared;
}

std::vector<const Analysis*> AnalysesOf(const std::vector<Article>& articles) {
  std::vector<const Analysis*> analyses;
  for (const Article& article : articles) analyses.push_back(article.analysis);
  return analyses;
}

class AbstentionList {
 public:
  void Add(const std::string& reason, const std::string& article, uint32_t count,
           std::string message) {
    if (count == 0) return;
    for (Abstention& known : list_) {
      if (known.reason != reason) continue;
      known.count += count;
      known.articles.push_back(article);
      return;
    }
    list_.push_back({reason, count, {article}, std::move(message)});
  }
  std::vector<Abstention> Take() { return std::move(list_); }

 private:
  std::vector<Abstention> list_;
};

std::vector<Abstention> Abstained(const std::vector<ReportArticle>& articles) {
  AbstentionList list;
  for (const ReportArticle& article : articles) {
    const Analysis& analysis = *article.analysis;
    switch (article.status) {
      case ArticleStatus::kEmpty:
        list.Add("empty", article.id, 1, "An article without text was not compared.");
        continue;
      case ArticleStatus::kTooLarge:
        list.Add("too_large", article.id, 1,
                 "An article of more than " + std::to_string(kMaxArticleBytes) +
                     " bytes was not compared.");
        continue;
      case ArticleStatus::kNotEnglish:
        list.Add("not_english", article.id, 1,
                 "An article that is not in English was not compared.");
        continue;
      case ArticleStatus::kOtherEvent:
        list.Add("other_event", article.id, 1,
                 "An article that shares next to no words with the others was taken to be on "
                 "another event.");
        continue;
      case ArticleStatus::kCompared:
        break;
    }
    list.Add("repaired_text", article.id, analysis.document.replaced_bytes,
             "Bytes that are not UTF-8 were replaced before comparing.");
    uint32_t speakers = 0, numbers = 0, times = 0, polarity = 0;
    for (const Quotation& quotation : analysis.quotations) {
      speakers += quotation.speaker.kind == SpeakerKind::kUnknown ? 1u : 0u;
    }
    for (const Quantity& quantity : analysis.quantities) numbers += quantity.vague ? 1u : 0u;
    for (const Time& time : analysis.times) times += time.vague || !time.resolved ? 1u : 0u;
    for (const Predicate& predicate : analysis.claims.predicates) {
      polarity += predicate.sign.polarity == Polarity::kUnknown ? 1u : 0u;
    }
    list.Add("unknown_speaker", article.id, speakers,
             "Quotations whose speaker could not be told.");
    list.Add("vague_number", article.id, numbers,
             "Numbers too vague to compare, such as “dozens”.");
    list.Add("unresolved_time", article.id, times,
             "Times that no date could be given, such as “recently”, or “Friday” without the "
             "article's date.");
    list.Add("unknown_polarity", article.id, polarity,
             "Statements under words whose effect on yes or no is not known.");
  }
  return list.Take();
}

}  // namespace

std::shared_ptr<const Analysis> AnalysisCache::Get(const ArticleInput& article) {
  std::string key = std::to_string(article.title.size()) + ' ' +
                    std::to_string(article.date.size()) + ' ' + article.title + article.date +
                    article.text;
  if (const auto known = by_key_.find(key); known != by_key_.end()) {
    entries_.splice(entries_.begin(), entries_, known->second);
    return entries_.front().analysis;
  }
  bytes_ += key.size();
  entries_.push_front({std::move(key), std::make_shared<const Analysis>(
                                           Analyse(article.text, article.title, article.date))});
  by_key_.emplace(entries_.front().key, entries_.begin());
  while (bytes_ > max_bytes_ && entries_.size() > 1) {
    bytes_ -= entries_.back().key.size();
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
  return entries_.front().analysis;
}

Report Compare(const Request& request, AnalysisCache* cache) {
  Report report;
  report.id = RepairUtf8(request.id, nullptr);
  // One article at a time: text, quotations, names, numbers, times, claims.
  for (const ArticleInput& input : request.articles) report.articles.push_back(Read(input, cache));
  MakeLabelsUnique(&report.articles);
  MarkOtherEvents(&report.articles);

  // Across articles: who is who, who copied whom, which claims are about the same thing, how they
  // differ.
  Comparison& comparison = report.comparison;
  comparison.articles = Compared(&report.articles);
  comparison.entities = LinkEntities(AnalysesOf(comparison.articles));
  comparison.reuse = FindReuse(comparison.articles);
  comparison.pairs = PairClaims(comparison);
  comparison.utterances = LinkUtterances(comparison);
  comparison.fragments = FindFragments(comparison);
  for (FragmentPair& pair : FindQuotedArticles(comparison))
    comparison.fragments.push_back(std::move(pair));
  comparison.reported = FindReportedSpeech(comparison);
  comparison.copies = FindCopies(comparison);
  comparison.differences = FindDifferences(comparison);
  comparison.coverage = BuildCoverage(comparison);

  report.findings = RunChecks(comparison);
  report.abstained = Abstained(report.articles);
  return report;
}

std::string CompareJson(std::string_view request_json, AnalysisCache* cache) {
  const Result<Request> request = ParseRequest(request_json);
  if (!request.ok()) return ToJson(request.error());
  return ToJson(Compare(request.value(), cache), /*compact=*/false);
}

void PrepareJson(std::string_view request_json, AnalysisCache* cache) {
  const Result<Request> request = ParseRequest(request_json);
  if (!request.ok()) return;
  for (const ArticleInput& input : request.value().articles) Read(input, cache);
}

}  // namespace crossread
