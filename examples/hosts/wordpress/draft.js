// The draft of the block editor as plain text, and the way back from a place in that text to its block.
const { blocks, data, richText } = window.wp;

let passages = []; // in which block and attribute each stands, and where it begins in the text

/** WordPress reads the markup, old posts' too, in documents of its own that run and load nothing. */
function passagesOf(block) {
  const { name, clientId, attributes, innerBlocks } = block;
  if (name === 'core/freeform') {
    const old = blocks.rawHandler({ HTML: blocks.getBlockContent(block) });
    return old.flatMap(passagesOf).map(({ text }) => ({ clientId, text }));
  }
  const own = Object.entries(blocks.getBlockType(name)?.attributes ?? {})
    .filter(([key, { source }]) => /^(rich-text|html)$/.test(source) && attributes[key])
    .map(([key]) => ({ clientId, key, text: richText.create({ html: String(attributes[key]) }).text }));
  return [...innerBlocks.flatMap(passagesOf), ...own]; // a quotation's source stands below it
}

/** @returns {{title: string, date: string, text: string}} the text with the title as its first paragraph */
export function read() {
  const of = data.select('core/editor').getEditedPostAttribute;
  const [title, date] = [of('title') ?? '', of('date') ?? ''];
  passages = [{ text: title }, ...data.select('core/block-editor').getBlocks().flatMap(passagesOf)];
  let text = '';
  for (const passage of passages) {
    passage.start = text.length;
    text += passage.text.trim() && `${passage.text}\n\n`;
  }
  return { title, date, text };
}

/** Selects a part of the text that was read last. @param {{start: number, end: number}} span */
export function select({ start, end }) {
  const at = passages.findLast((passage) => passage.start <= start);
  if (!at?.clientId) return; // the title
  const { selectBlock, selectionChange } = data.dispatch('core/block-editor');
  selectBlock(at.clientId);
  if (at.key) {
    selectionChange(at.clientId, at.key, start - at.start, Math.min(end - at.start, at.text.length));
  }
}
