// custom-elements.json: what <crossread-panel> is to its host, for editors and documentation tools. It is read
// from the source of the element; what is private to that, and what a browser calls, is left out.

import { existsSync, readFileSync } from 'node:fs';

const CALLED_BY_BROWSERS = new Set([
  'attributeChangedCallback',
  'connectedCallback',
  'disconnectedCallback',
  'observedAttributes',
]);

/** @returns {Promise<object>} the manifest, its modules named as in the package */
export async function manifest() {
  if (!existsSync(new URL('node_modules', import.meta.url)))
    throw new Error('tools/manifest/node_modules is not there: run tools/dev package');
  const { create, ts } = await import('@custom-elements-manifest/analyzer');
  const modules = ['element', 'define'].map((name) =>
    ts.createSourceFile(
      `${name}.js`,
      readFileSync(`web/src/${name}.js`, 'utf8'),
      ts.ScriptTarget.ES2022,
      true,
    ),
  );
  const made = create({ modules });
  for (const module of made.modules) {
    module.declarations = module.declarations.filter(({ customElement }) => customElement);
    for (const element of module.declarations) {
      const isOurs = ({ name, privacy }) => privacy !== 'private' && !CALLED_BY_BROWSERS.has(name);
      element.members = element.members.filter(isOurs);
      // The tag's own names; what is dispatched under a name that is put together has none of its own.
      element.events = element.events.filter(({ name }) => name?.startsWith('crossread-'));
    }
  }
  return made;
}
