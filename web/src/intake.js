// Paste and drop, anywhere in `target`: what comes in is an article or files. Fields that are being typed
// in keep their own paste.
import { fromTransfer } from './ingest.js';

const isField = (node) =>
  node instanceof Element && (node.matches('input, textarea, select') || node.isContentEditable);
const inField = (event) => isField(event.composedPath()[0]);

/**
 * @param {EventTarget} target
 * @param {{text: Function, files: Function, nothing: Function, hover: Function}} on
 * @param {AbortSignal} signal takes the listeners away again
 */
export function listen(target, on, signal) {
  const listenTo = (type, handler) => target.addEventListener(type, handler, { signal });

  function take(event, data) {
    const files = [...data.files];
    const fields = fromTransfer(data);
    // A copied picture of a page comes with markup but no words; a copied file comes with its name as text.
    if (files.length && !data.types.includes('text/html')) on.files(files);
    else if (fields) on.text(fields);
    else if (files.length) on.files(files);
    else if (event.type === 'paste') on.nothing();
  }

  listenTo('paste', (event) => {
    if (inField(event) || event.defaultPrevented || !event.clipboardData) return;
    event.preventDefault();
    take(event, event.clipboardData);
  });

  const hover = (event) => {
    if (inField(event) && !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    on.hover(true);
  };
  listenTo('dragenter', hover);
  listenTo('dragover', hover);
  listenTo('dragleave', (event) => event.relatedTarget === null && on.hover(false));
  listenTo('dragend', () => on.hover(false));
  listenTo('drop', (event) => {
    on.hover(false);
    if (inField(event) && event.dataTransfer.files.length === 0) return;
    event.preventDefault(); // else the browser opens the file in place of the page
    take(event, event.dataTransfer);
  });
}
