// What index.html needs beside the element: its skip link reaches into the panel.
import './element.js';

document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  document.querySelector('crossread-panel').focusResults();
});
