// The bookmark that copies the article of an open tab. It runs in the page of that article, so its function
// stands alone: it names nothing from outside, sends nothing, and shows one line when it is done.

/** @param {{copied: string, nothing: string, failed: string}} words */
export function copyArticle(words) {
  const line = (text) => (typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : '');
  const meta = (name) =>
    line(document.querySelector(`meta[property="${name}"],meta[name="${name}"]`)?.content);
  const data = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    try {
      return [JSON.parse(script.textContent)].flat().flatMap((one) => [one, one?.['@graph'] ?? []].flat());
    } catch {
      return [];
    }
  });
  const news = data.find((one) => /Article|BlogPosting|Report/.test(one?.['@type'])) ?? {};
  const publisher = [news.publisher].flat()[0];
  const named = publisher?.name ?? data.find((one) => publisher && one?.['@id'] === publisher['@id'])?.name;
  const canonical = document.querySelector('link[rel=canonical]')?.href ?? '';
  const head = {
    source: line(named) || meta('og:site_name') || location.hostname.replace(/^www\./, ''),
    title: meta('og:title') || line(document.querySelector('h1')?.innerText) || line(document.title),
    date:
      line(news.datePublished) ||
      meta('article:published_time') ||
      line(document.querySelector('time[datetime]')?.dateTime),
    // The address of a site's front page is given for all its pages by some.
    url: /^https?:\/\/[^/]+\/./.test(canonical) ? canonical : location.href.replace(/#.*/, ''),
  };

  // The paragraphs that stand for themselves: seen, not beside the article, and no lists of links.
  const BLOCKS = 'p,h2,h3,h4,li,blockquote,pre';
  const BESIDE = 'nav,aside,footer,form,figure,dialog,[role=navigation],[role=complementary]';
  const size = (elements) => elements.reduce((sum, { innerText = '' }) => sum + innerText.trim().length, 0);
  const blocks = [...document.querySelectorAll(BLOCKS)].filter(
    (one) =>
      !one.querySelector(BLOCKS) &&
      !one.closest(BESIDE) &&
      one.getClientRects().length > 0 &&
      size([...one.querySelectorAll('a')]) * 2 < size([one]),
  );
  // An element weighs as much as the paragraphs in it.
  const weights = new Map();
  const weight = (one) => weights.get(one) ?? 0;
  const heaviest = (elements) =>
    [...elements].reduce((best, one) => (weight(one) > weight(best) ? one : best), null);
  for (const one of blocks.filter(({ localName }) => localName === 'p')) {
    const own = size([one]);
    for (let up = one.parentElement; up; up = up.parentElement) weights.set(up, weight(up) + own);
  }
  let root = document.body;
  for (const kind of ['[itemprop=articleBody]', 'article', 'main']) {
    const found = heaviest(document.querySelectorAll(kind));
    if (weight(found) < 400) continue;
    root = found;
    break;
  }
  // Down, as long as one part has nearly all of it.
  const part = () => heaviest(root.children);
  while (weight(part()) > 0.8 * weight(root)) root = part();
  const inside = blocks.filter((one) => root.contains(one));
  const written = inside.map((one) => (one.localName === 'li' ? '• ' : '') + one.innerText.trim());
  const text = String(getSelection()).trim() || written.join('\n\n') || root.innerText.trim();

  const copy = `${Object.entries(head)
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}\n${text}`;
  // Before the page's own listeners, some of which would add a line of theirs.
  const listener = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData('text/plain', copy);
  };
  const say = (message) => {
    const note = document.createElement('div');
    note.setAttribute('role', 'alert');
    note.style.cssText =
      'all:initial;position:fixed;z-index:2147483647;inset:16px 16px auto auto;padding:12px 16px;border-radius:6px;' +
      'background:#1c1b1a;color:#fff;font:15px/1.45 system-ui,sans-serif;box-shadow:0 2px 8px #0006';
    note.textContent = message;
    document.body.append(note);
    setTimeout(() => note.remove(), 4000);
  };
  if (!text) {
    say(words.nothing);
    return;
  }
  const area = document.createElement('textarea');
  area.value = copy;
  document.body.append(area);
  area.select();
  window.addEventListener('copy', listener, true);
  const done = document.execCommand('copy');
  window.removeEventListener('copy', listener, true);
  area.remove();
  say(done ? words.copied.replace('#', text.split(/\s+/).length) : words.failed);
}
