// The editor as a newsroom may have it; nothing of Crossread is in here.
import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

const element = document.querySelector('#draft');
const content = element.innerHTML;
element.replaceChildren();

export const editor = new Editor({ element, content, extensions: [StarterKit], injectCSS: false });
