// One of the articles that stand side by side: its text, which scrolls by itself, and beside it the overview
// strip, the whole text at a glance with a tick where each conflict is. The strip is for eyes and the mouse:
// arrow keys scroll the text, and Previous and Next above the columns go from conflict to conflict.
import { lastUpTo } from '../search.js';
import { shortDate, words } from '../words.js';
import { nameOf } from './articles.js';
import { drawText } from './article_text.js';
import { h, whenChanged } from './dom.js';

/** @typedef {ReturnType<typeof createColumn>} Column */

const TICKS = 400; // are more than a strip has room for

/** One place of each stretch of the text, where there are more than can be told apart; those of `chosen` first. */
function distinct(places, length, chosen) {
  if (places.length <= TICKS) return places;
  const kept = new Map();
  for (const place of places) {
    const stretch = Math.floor((place.start / length) * TICKS);
    if (place.key === chosen || !kept.has(stretch)) kept.set(stretch, place);
  }
  return [...kept.values()];
}

/** The text nodes of a block, each with where it begins. */
function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let start = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node, start });
    start += node.length;
  }
  return { nodes, length: start };
}

/**
 * @param {string} id of its article
 * @param {{open: Function, scrolled: (column: Column) => void,
 *   choose: (key: string, column: Column, y: number) => void}} actions  `choose`: a finding by its mark or tick
 */
export function createColumn(id, actions) {
  const head = h('header', { class: 'column-head' });
  const title = h('p', { class: 'column-title', dir: 'auto' });
  const text = h('div', { class: 'article-text', part: 'text' });
  const room = h('div'); // below the text, where it takes that to stand level with another column
  const scroller = h('div', { class: 'column-text', tabindex: '0', role: 'region' }, title, text, room);
  const seen = h('div', { class: 'seen' });
  const ticks = h('div');
  const strip = h('div', { class: 'strip', 'aria-hidden': 'true' }, seen, ticks);
  const element = h('section', { class: 'column' }, head, scroller, strip);
  let analysed = '';
  let blocks = [];
  let places = []; // marks of findings
  let lines = []; // the blocks as they were measured
  const nodes = new WeakMap(); // of blocks, which are drawn anew where they change
  const known = new Map(); // heights of places, until the layout changes

  const column = {
    id,
    element,
    text,
    scroller,
    /** How far it is scrolled, as last heard or set: it can be read without a layout, and outlives a closed tab. */
    top: 0,
    /** From `measure`: of the scroller, of what it holds but for the room, and of what it shows at least. */
    height: 0,
    content: 0,
    full: 0,
    layout: '', // '' makes it be measured anew

    /** @param {import('../types.js').Article} article @param {import('../highlight.js').Mark[]} marks */
    update(article, shownBlocks, marks) {
      const { siglum, source, date } = article;
      if (article.text !== analysed) column.layout = '';
      analysed = article.text;
      blocks = shownBlocks;
      places = marks.filter((mark) => mark.key);
      title.textContent =
        blocks.some(({ kind }) => kind === 'headline') || article.title === nameOf(article)
          ? ''
          : article.title;
      whenChanged(head, JSON.stringify([siglum, source, article.title, date]), () => {
        head.replaceChildren(
          h('span', { class: 'siglum', 'aria-hidden': 'true' }, siglum),
          h(
            'h3',
            {},
            h(
              'button',
              {
                class: 'link',
                dir: 'auto',
                'aria-label': words.article.open(siglum, nameOf(article)),
                onclick: () => actions.open(id),
              },
              nameOf(article),
            ),
          ),
          h('span', { class: 'small' }, shortDate(date)),
        );
        scroller.setAttribute('aria-label', words.reader.region(nameOf(article)));
      });
      whenChanged(text, JSON.stringify([article.text, blocks, marks]), () => {
        drawText(text, article.text, blocks, marks);
      });
    },

    /** Reads the layout, if it or the text is another; nothing of it is read while scrolling. Says whether it was. */
    measure() {
      const { clientHeight: height } = scroller;
      const { offsetTop: content } = room;
      const layout = `${content} ${height} ${text.clientWidth}`;
      if (layout === column.layout) return false;
      Object.assign(column, { layout, height, content, full: Math.max(content, height) });
      known.clear();
      lines = [...text.children].map(({ offsetTop, offsetHeight }, index) => ({
        ...blocks[index],
        y: offsetTop,
        height: offsetHeight || 1,
      }));
      return true;
    },

    /** How far it can be scrolled, without the room. */
    most: () => column.full - column.height,

    /** How far below the start of the text a place of it is, in pixels. @param {number} utf16 */
    y(utf16) {
      if (!known.has(utf16)) known.set(utf16, measured(utf16));
      return known.get(utf16);
    },

    /** The place that stood there when it was measured, roughly. @param {number} y */
    placeAt(y) {
      const above = lastUpTo(lines, y, (one) => one.y);
      const line = lines[Math.max(0, above)];
      if (!line) return 0;
      const part = Math.min(1, Math.max(0, (y - line.y) / line.height));
      return Math.round(line.start + part * (line.end - line.start));
    },

    /** Scrolls there; `roomy` makes room for it where the text is too short. */
    scrollTo(top, roomy = false) {
      if (roomy) room.style.blockSize = `${Math.max(0, top + column.height - column.content)}px`;
      scroller.scrollTop = top;
      column.moved();
    },

    /** Says that it was scrolled, if it was not by scrollTo. */
    heard() {
      if (Math.abs(scroller.scrollTop - column.top) >= 1) actions.scrolled(column);
    },

    /** Takes note of where it is scrolled to. */
    moved() {
      column.top = scroller.scrollTop;
      seen.style.transform = `translateY(${(column.top / column.full) * column.height}px)`;
    },

    /** @param {(key: string) => import('../types.js').Finding} findingOf @param {string} chosen its key */
    drawStrip(findingOf, chosen) {
      // No longer than its text: beside a short one it would be empty below.
      const long = Math.min(column.height, column.content);
      strip.style.blockSize = `${long}px`;
      seen.style.blockSize = `${Math.min(long, column.height ** 2 / column.full)}px`;
      ticks.replaceChildren(
        ...distinct(places, analysed.length, chosen).map(({ key, start }) => {
          const { severity, message } = findingOf(key);
          const now = key === chosen ? ' now' : '';
          const tick = h('div', { class: `tick ${severity}${now}`, title: message, 'data-key': key });
          tick.place = start;
          tick.style.insetBlockStart = `${(column.y(start) / column.full) * column.height}px`;
          return tick;
        }),
      );
      column.moved();
    },
  };

  function measured(utf16) {
    const above = lastUpTo(blocks, utf16, ({ start }) => start);
    const index = Math.max(0, above);
    const element = text.children[index];
    if (!element) return 0;
    if (!nodes.has(element)) nodes.set(element, textNodes(element));
    const inside = nodes.get(element);
    const left = Math.max(0, utf16 - blocks[index].start);
    const { node, start } =
      left < inside.length ? inside.nodes[lastUpTo(inside.nodes, left, (one) => one.start)] : {};
    const range = document.createRange();
    range.selectNodeContents(element);
    if (node) {
      range.setStart(node, left - start);
      range.setEnd(node, left - start + 1);
    }
    const { top, bottom } = range.getBoundingClientRect();
    return (node ? top : bottom) - scroller.getBoundingClientRect().top + scroller.scrollTop;
  }

  /** From a pointer on the strip to the text: that part of it in the middle. */
  function jump(event) {
    const { top, height } = strip.getBoundingClientRect();
    scroller.scrollTop = ((event.clientY - top) / height) * column.full - column.height / 2;
  }

  scroller.addEventListener('scroll', column.heard);
  text.addEventListener('click', ({ target, clientY }) => {
    if (!target.dataset.key || String(document.getSelection()) !== '') return;
    actions.choose(target.dataset.key, column, column.top + clientY - scroller.getBoundingClientRect().top);
  });
  strip.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const { key } = event.target.dataset;
    if (key) {
      actions.choose(key, column, column.y(event.target.place));
      return;
    }
    strip.setPointerCapture(event.pointerId);
    jump(event);
  });
  strip.addEventListener('pointermove', (event) => strip.hasPointerCapture(event.pointerId) && jump(event));
  return column;
}
