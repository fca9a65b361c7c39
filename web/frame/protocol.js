// What a host's message says, or why it can't be followed. Pure. docs/embed-protocol.md is the description.
import { wrongInArticles, wrongInReport } from '../src/given.js';
import { THEME, fits } from './theme.js';

/** The versions of the protocol that this frame speaks. */
export const PROTOCOLS = [1];
export const ATTRIBUTES = ['readonly', 'compact', 'manual'];

/** Answered as an `error`. `where`: a JSON pointer into the message. */
export class Refusal extends Error {
  constructor(code, where, message) {
    super(message);
    this.code = code;
    this.where = where;
  }
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const bad = (where, wanted) => {
  throw new Refusal('bad_payload', where, `${where} must be ${wanted}`);
};
const want = (right, where, wanted) => right || bad(where, wanted);
const object = (value, where) => want(isObject(value), where, 'an object');
const string = (value, where) => want(typeof value === 'string', where, 'a string');
const optional = (check) => (value, where) => value == null || check(value, where);

const fitFor = (wrongIn) => (value, where) => {
  const wrong = wrongIn(value);
  if (wrong) bad(where + wrong.where, wrong.wanted);
};
const articles = fitFor(wrongInArticles);
const report = fitFor(wrongInReport);

function attributes(given, where) {
  object(given, where);
  for (const name of ATTRIBUTES)
    want(['boolean', 'undefined'].includes(typeof given[name]), `${where}/${name}`, 'true or false');
}

function theme(given, where) {
  object(given, where);
  for (const [name, value] of Object.entries(given)) {
    want(THEME.has(name), `${where}/${name}`, 'one of the properties of docs/embed-protocol.md');
    want(
      typeof value === 'string' && fits(name, value),
      `${where}/${name}`,
      'a colour, fonts or a length, as the property is',
    );
  }
}

/** Type → what its payload must have. What else there is in it is for a later version, and left alone. */
const TYPES = {
  load: {},
  attributes: { attributes },
  theme: { theme },
  options: { options: object },
  articles: { articles },
  verdicts: { verdicts: object },
  report: { report: optional(report) },
  open: { saved: string },
  compare: { articles: optional(articles), options: optional(object) },
  clear: {},
  save: {},
  focus: {},
};

/** Something else than a message of this protocol: other scripts of a host talk to its frames too. */
export const isOurs = (data) => isObject(data) && 'v' in data;

/** An id that can be answered to, or null. */
export const idOf = ({ id }) => (['string', 'number'].includes(typeof id) ? id : null);

/**
 * @param {{v: unknown, type?: unknown, payload?: unknown}} message
 * @returns {{type: string, payload: object}}
 * @throws {Refusal}
 */
export function read({ v, type, payload = {} }) {
  const speaks = `this frame speaks version ${PROTOCOLS.join(', ')}`;
  if (type === 'hello') {
    // The one message that is understood whatever its version: it says which others would be.
    const theirs = Array.isArray(payload?.protocols) ? payload.protocols : [v];
    if (PROTOCOLS.some((one) => theirs.includes(one))) return { type, payload };
    throw new Refusal('bad_version', '/payload/protocols', speaks);
  }
  if (!PROTOCOLS.includes(v)) throw new Refusal('bad_version', '/v', speaks);
  if (typeof type !== 'string' || !Object.hasOwn(TYPES, type))
    throw new Refusal('unknown_type', '/type', `no such type: ${JSON.stringify(type)}`);
  object(payload, '/payload');
  for (const [name, check] of Object.entries(TYPES[type])) check(payload[name], `/payload/${name}`);
  return { type, payload };
}
