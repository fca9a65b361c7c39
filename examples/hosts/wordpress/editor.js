// The block editor's sidebar: a panel that is kept up with the draft. The comparison stays with the post only while
// a switch says so, and then as the panel has it when the post is saved.
import './crossread/define.js';
import { follow } from './crossread/draft.js';
import * as draft from './draft.js';

const { blocks, components, data, editPost, editor, element, i18n, plugins } = window.wp;
const el = element.createElement;
const say = (text) => i18n.__(text, 'crossread');

// One for as long as the editor is open: closing the sidebar must not lose what was pasted.
const panel = document.createElement('crossread-panel');
panel.setAttribute('compact', '');
panel.style.cssText = '--crossread-ground: #fff; --crossread-accent: var(--wp-admin-theme-color-darker-20)';

const changed = follow(draft, { panel });
data.subscribe(changed);

const kept = () => data.select('core/editor').getEditedPostAttribute('meta')?._crossread;
/** Without a <, as the server keeps it: what has not changed is then nothing to save. No step of undo either. */
function keep(on) {
  const json = on && panel.report ? panel.save().replaceAll('<', '\\u003c') : '';
  data.dispatch('core/editor').editPost({ meta: { _crossread: json } }, { undoIgnore: true });
}

let readable = true; // what was kept; else it stays as it is until the switch is used
for (const event of ['report', 'verdict']) {
  panel.addEventListener(`crossread-${event}`, () => readable && kept() && keep(true));
}

const shortcode = () => blocks.createBlock('core/shortcode', { text: '[crossread]' });
const show = () => data.dispatch('core/block-editor').insertBlocks(shortcode());

function hold(place) {
  place?.append(panel);
  try {
    if (place && kept() && !panel.articles.length) panel.open(kept());
  } catch (error) {
    readable = false; // kept by a version that wrote it otherwise; the draft can be compared all the same
    reportError(error);
  }
  changed();
}

function Sidebar() {
  const has = Boolean(data.useSelect(kept));
  const label = say('Keep with this post');
  const help = say(
    'As it is when you save, with the sources’ texts. Readers see it where [crossread] stands.',
  );
  const control = el(components.ToggleControl, { label, help, onChange: keep, checked: has });
  const button = el(components.Button, { variant: 'secondary', onClick: show }, say('Show to readers'));
  return el(
    editor?.PluginSidebar ?? editPost.PluginSidebar, // it moved in 6.6
    { name: 'crossread', title: 'Crossread', icon: 'columns' },
    el('div', { ref: hold }),
    el(components.PanelBody, {}, control, has && button),
  );
}

plugins.registerPlugin('crossread', { render: Sidebar });
