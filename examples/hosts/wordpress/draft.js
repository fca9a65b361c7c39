// The post in the block editor: its text, which knows the block of every word, and the way back there.
import { Draft } from './crossread/draft.js';

const { blocks, data, i18n, richText } = window.wp;

/** WordPress reads the markup, old posts' too, in documents of its own that run and load nothing. */
function add(draft, block, old) {
  const { name, clientId, attributes, innerBlocks } = block;
  if (/^core\/(html|shortcode)$/.test(name)) return; // before 6.5 their source is called html too
  const parts = name === 'core/freeform' ? blocks.rawHandler({ HTML: blocks.getBlockContent(block) }) : [];
  for (const part of parts) add(draft, part, { clientId });
  for (const inner of innerBlocks) add(draft, inner, old);
  for (const [key, { source }] of Object.entries(blocks.getBlockType(name)?.attributes ?? {})) {
    if (!/^(rich-text|html)$/.test(source) || !attributes[key] || parts.length) continue;
    draft.paragraph(); // a quotation's source stands below it
    draft.add(richText.create({ html: String(attributes[key]) }).text, old ?? { clientId, key });
  }
}

/** The title is the first paragraph. Of the date only the day, since its time moves with every save. */
export function read() {
  const of = data.select('core/editor').getEditedPostAttribute;
  const draft = new Draft({
    source: i18n.__('This post', 'crossread'),
    title: of('title'),
    date: of('date')?.slice(0, 10),
  });
  draft.add(of('title') ?? '', {});
  for (const block of data.select('core/block-editor').getBlocks()) add(draft, block);
  return draft;
}

export function select({ place: { clientId, key }, offset }, to) {
  const { selectBlock, selectionChange } = data.dispatch('core/block-editor');
  if (clientId) selectBlock(clientId); // else it is in the title
  if (key) selectionChange(clientId, key, offset, to.place.key === key ? to.offset : offset);
}
