// crossread: for web pages.
import { api } from './beside.js';

export { AbortError, CrossreadError } from '../src/errors.js';
export const { init, compare, compareText, checks, close } = api;
