// What "About Crossread" shows: the version, our licence, and the works that Crossread uses or has data from.

import { readFileSync } from 'node:fs';

export const version = /project\(crossread VERSION ([\d.]+)/.exec(readFileSync('CMakeLists.txt', 'utf8'))[1];

export const notices = () =>
  `Crossread ${version}\n\n${readFileSync('LICENSE', 'utf8')}\n${readFileSync('NOTICE', 'utf8')}`;
