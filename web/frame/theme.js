// The properties that a host may set from outside, and what it may set them to: a colour, fonts or a length, and
// nothing that could load something.

const COLOURS = [
  'ground surface ink muted line hair accent on-accent',
  'high high-ground medium medium-ground low low-ground info info-ground',
  'added added-ground dropped dropped-ground',
];
const FONTS = ['font', 'font-text'];
const LENGTHS = ['radius', 'rem'];
const named = (kind) => (name) => [`--crossread-${name}`, kind];

/** Name → a property that takes what it may be. */
export const THEME = new Map([
  ['color-scheme', 'color-scheme'], // light or dark, whatever the reader's system is
  ...COLOURS.flatMap((line) => line.split(' ')).map(named('color')),
  ...FONTS.map(named('font-family')),
  ...LENGTHS.map(named('outline-offset')), // which takes one length and nothing else
]);

const FUNCTIONS = /^(rgba?|hsla?|hwb|(ok)?la[bc]|(ok)?lch|color|color-mix|light-dark)$/i;

/** @param {string} name of THEME @param {string} value */
export function fits(name, value) {
  // What calls something else, var() or env() say, would be taken for a value of any property.
  const calls = [...value.matchAll(/([\w-]*)\(/g)].map(([, called]) => called);
  return (
    value.length < 200 &&
    calls.every((called) => FUNCTIONS.test(called)) &&
    CSS.supports(THEME.get(name), value)
  );
}
