// Defines <crossread-panel>, once.
import './element.js';
