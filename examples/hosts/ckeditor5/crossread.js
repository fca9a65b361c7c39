import { Draft, follow } from '../node_modules/crossread/draft.js';
import { editor } from './editor.js';

const { model, editing } = editor;

function read() {
  const draft = new Draft();
  for (const { type, item, previousPosition } of model.createRangeIn(model.document.getRoot())) {
    if (type === 'text') draft.add(item.data, previousPosition);
    else if (item.is('element', 'softBreak')) draft.text += '\n';
    else if (model.schema.isBlock(item)) draft.paragraph();
  }
  return draft;
}

function select(from, to) {
  const [start, end] = [from, to].map(({ place, offset }) => place.getShiftedBy(offset));
  model.change((writer) => writer.setSelection(writer.createRange(start, end)));
  editing.view.focus();
  editing.view.scrollToTheSelection();
}

model.document.on('change:data', follow({ read, select }));
