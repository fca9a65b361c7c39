// The custom properties that a host may set from outside, and what it may set them to: a colour or fonts, and
// nothing that could load something or lay the panel out.

const COLOURS = [
  'ground surface ink muted line hair accent on-accent',
  'high high-ground medium medium-ground low low-ground info info-ground',
  'added added-ground dropped dropped-ground',
];
const FONTS = ['reading', 'interface'];
const named = (kind) => (name) => [`--crossread-${name}`, kind];

/** Name → the property that its value must be good for. */
export const THEME = new Map([
  ...COLOURS.flatMap((line) => line.split(' ')).map(named('color')),
  ...FONTS.map(named('font-family')),
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
