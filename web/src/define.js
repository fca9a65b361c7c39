// Makes <crossread-panel> known, once, however often this is loaded.
import { CrossreadPanel } from './element.js';

if (!customElements.get('crossread-panel')) customElements.define('crossread-panel', CrossreadPanel);
