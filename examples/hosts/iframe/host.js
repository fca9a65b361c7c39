// A text field, and Crossread in a frame beside it. The field knows nothing of it: what is typed is handed over,
// and what is chosen there is selected here.
import { connect } from './crossread/embed.js';

const PAUSE = 300; // ms after the last key

const draft = document.querySelector('#draft');
const sources = [...document.querySelectorAll('.source')];
const status = document.querySelector('[role=status]');
const frame = connect(document.querySelector('iframe'), { maxHeight: 2000 });

/** The ids are fixed, so that what is found keeps its place while the draft is being written. */
function articles() {
  const ours = [
    { id: 'draft', source: 'Draft', locked: true, text: draft.value },
    ...sources.map((field, index) => ({
      id: `source-${index + 1}`,
      source: field.previousElementSibling.value,
      text: field.value,
    })),
  ];
  const pasted = frame.articles?.filter(({ id }) => !ours.some((one) => one.id === id)) ?? []; // in the frame
  return [...ours.filter(({ text }) => text.trim() !== ''), ...pasted];
}

let timer;
document.querySelector('form').addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    frame.articles = articles();
  }, PAUSE);
});

frame.addEventListener('report', ({ detail }) => {
  const { length } = detail.report.findings.filter(({ severity }) => severity !== 'info');
  status.textContent = length === 1 ? '1 conflict' : `${length} conflicts`;
});

frame.addEventListener('select', ({ detail: { key, article, span } }) => {
  // A conflict that is chosen in the list is about several articles; the report says where it is in the draft.
  const places = frame.report?.findings.find(({ id }) => id === key)?.spans ?? [];
  const place = article === 'draft' ? span : places.find((one) => one.article === 'draft')?.utf16;
  if (!place || frame.articles.find(({ id }) => id === 'draft')?.text !== draft.value) return;
  draft.focus();
  draft.setSelectionRange(place.start, place.end);
});

const problem = ({ message }) => {
  status.textContent = message;
};
frame.addEventListener('error', ({ detail }) => problem(detail));
frame.ready.catch(problem);
