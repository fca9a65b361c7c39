import { Draft, follow } from 'crossread/draft';
import { editor } from './editor.js';

function read() {
  const draft = new Draft();
  editor.state.doc.descendants((node, position) => {
    if (node.isText) draft.add(node.text, position);
    else if (node.type.name === 'hardBreak') draft.text += '\n';
    else if (node.isBlock) draft.paragraph();
  });
  return draft;
}

function select(from, to) {
  const range = { from: from.place + from.offset, to: to.place + to.offset };
  editor.chain().focus().setTextSelection(range).scrollIntoView().run();
}

editor.on('update', follow({ read, select }));
