// A host's page listens for keys and the clipboard in its whole document, and of what happens in a shadow root
// sees only that it happens in the panel: a letter typed into a field here would be its shortcut, and what is
// pasted here go into its editor too. So that stays here, and so does the field's own Undo, which WordPress
// would take for one of its own. Other chords, and keys that lead out, go on.

const TYPING = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'copy', 'cut', 'paste'];
const LEADS_OUT = new Set(['Tab', 'Escape', 'Control', 'Meta', 'Alt']);

/** @param {HTMLElement} panel @param {AbortSignal} signal takes the listeners away again */
export function keepTyping(panel, signal) {
  const keep = (event) => {
    const [target] = event.composedPath();
    const isTyped = target.matches?.('input, textarea, select');
    const isTaken = event.type === 'paste' && event.defaultPrevented; // by intake.js
    const isChord = event.ctrlKey || event.metaKey || event.altKey;
    const isUndo = isChord && /^[yz]$/i.test(event.key);
    const goesOn = (isChord && !isUndo) || LEADS_OUT.has(event.key);
    if ((isTyped && !goesOn) || isTaken) event.stopPropagation();
  };
  for (const type of TYPING) panel.addEventListener(type, keep, { signal });
}
