// The block editor's sidebar: a panel that is given the draft whenever that changed. A place of the draft that is
// chosen in the panel is selected in the editor. The comparison stays with the post only if a switch says so.
import './crossread/define.js';
import { read, select } from './draft.js';

const { blocks, components, data, editPost, editor, element, i18n, plugins } = window.wp;
const el = element.createElement;
const say = (text) => i18n.__(text, 'crossread');

// One for as long as the editor is open: closing the sidebar must not lose what was pasted.
const panel = document.createElement('crossread-panel');
panel.setAttribute('compact', '');
panel.style.cssText = '--crossread-ground: #fff; --crossread-accent: var(--wp-admin-theme-color-darker-20)';

let pause;

/** The sources, and all that is open, stay as they are. */
function push() {
  if (!panel.isConnected) return;
  const draft = { id: 'draft', source: say('This post'), ...read() };
  const others = panel.articles.filter(({ id }) => id !== 'draft');
  panel.articles = draft.text ? [draft, ...others] : others;
}

data.subscribe(() => {
  clearTimeout(pause);
  pause = setTimeout(push, 300);
});

panel.addEventListener('crossread-select', ({ detail: { article, span } }) => {
  if (article === 'draft' && span) select(span);
});

const kept = () => data.select('core/editor').getEditedPostAttribute('meta')?._crossread;
const keep = (json) => data.dispatch('core/editor').editPost({ meta: { _crossread: json } });
const shortcode = () => blocks.createBlock('core/shortcode', { text: '[crossread]' });
const show = () => data.dispatch('core/block-editor').insertBlocks(shortcode());

function hold(place) {
  place?.append(panel);
  try {
    if (place && kept() && !panel.articles.length) panel.open(kept());
  } catch (error) {
    reportError(error); // kept by a version that wrote it otherwise; the draft can be compared all the same
  }
  push();
}

function Sidebar() {
  const has = Boolean(data.useSelect(kept));
  const label = say('Keep with this post');
  const help = say('As it is now, with the sources’ texts. Readers see it where [crossread] stands.');
  const onChange = (on) => keep(on && panel.report ? panel.save() : '');
  const control = el(components.ToggleControl, { label, help, onChange, checked: has });
  const button = el(components.Button, { variant: 'secondary', onClick: show }, say('Show to readers'));
  return el(
    editor?.PluginSidebar ?? editPost.PluginSidebar, // it moved in 6.6
    { name: 'crossread', title: 'Crossread', icon: 'columns' },
    el('div', { ref: hold }),
    el(components.PanelBody, {}, control, has && button),
  );
}

plugins.registerPlugin('crossread', { render: Sidebar });
