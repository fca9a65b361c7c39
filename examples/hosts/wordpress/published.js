// On a published page: each panel shows the comparison that the page brought with it as JSON.
import './crossread/define.js';

for (const panel of document.querySelectorAll('crossread-panel[data-kept]')) {
  panel.open(document.getElementById(panel.dataset.kept).textContent);
}
