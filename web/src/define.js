// Makes <crossread-panel> known, once, however often this is loaded.
import { CrossreadPanel } from './element.js';

const { customElements } = globalThis; // none in Node, where frameworks import this to draw a page on the server
if (customElements && !customElements.get('crossread-panel'))
  customElements.define('crossread-panel', CrossreadPanel);
