import { Draft, follow } from '../node_modules/crossread/draft.js';
import { editor } from './editor.js';

function read() {
  const draft = new Draft();
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) draft.add(node.data.replaceAll('\n', ' '), node);
    if (node.nodeName === 'BR') draft.text += '\n';
    const block = editor.dom.isBlock(node);
    if (block) draft.paragraph();
    if (node.dataset?.mceBogus !== 'all') node.childNodes.forEach(walk); // else it is the editor's own
    if (block) draft.paragraph();
  };
  walk(editor.getBody());
  return draft;
}

function select(from, to) {
  editor.focus();
  editor.selection.getSel().setBaseAndExtent(from.place, from.offset, to.place, to.offset);
  editor.selection.scrollIntoView(from.place.parentElement);
}

editor.on('input Change Undo Redo SetContent', follow({ read, select }));
