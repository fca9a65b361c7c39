// Who may talk to the frame. That is for whoever serves embed.html to say, and for no one who frames it.

/**
 * @param {string} listed  origins, with spaces between them, as embed.html has them
 * @param {string} own  the origin that embed.html comes from
 * @returns {Set<string>} `null` is never among them: every sandbox is called that
 */
export function allowedOrigins(listed, own) {
  const origins = listed.split(/\s+/).map((text) => {
    try {
      return new URL(text).origin;
    } catch {
      return 'null'; // no address, so nobody's
    }
  });
  const all = new Set([own, ...origins]);
  all.delete('null');
  return all;
}
