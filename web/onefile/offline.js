// src/offline.js for the page that is one file: there is nothing to keep.
export const keepOffline = async () => false;
