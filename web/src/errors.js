/** Why there is no report. docs/embedding.md lists the codes. */
export class CrossreadError extends Error {
  /** @param {string} code @param {string} [where] a JSON pointer into the request, or '' */
  constructor(code, message = code, where = '') {
    super(message);
    this.name = 'CrossreadError';
    this.code = code;
    this.where = where;
  }
}

/** The caller's signal said so. `name` is that of every abort on the platform. */
export class AbortError extends CrossreadError {
  constructor() {
    super('aborted', 'The comparison was aborted');
    this.name = 'AbortError';
  }
}
