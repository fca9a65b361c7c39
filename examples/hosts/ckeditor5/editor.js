// The editor as a newsroom may have it; nothing of Crossread is in here.
import {
  BlockQuote,
  Bold,
  ClassicEditor,
  Essentials,
  Heading,
  Italic,
  List,
  Paragraph,
} from '../node_modules/ckeditor5/dist/browser/ckeditor5.js';

export const editor = await ClassicEditor.create(document.querySelector('#draft'), {
  licenseKey: 'GPL',
  plugins: [BlockQuote, Bold, Essentials, Heading, Italic, List, Paragraph],
  toolbar: ['undo', 'redo', '|', 'heading', 'bold', 'italic', 'bulletedList', 'numberedList', 'blockQuote'],
});
