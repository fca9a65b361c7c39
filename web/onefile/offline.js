// src/offline.js for the page that is one file: there is nothing to keep, and nobody shares.
export const keepOffline = async () => false;
export const takeShared = async () => [];
