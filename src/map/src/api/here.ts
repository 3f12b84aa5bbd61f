/**
 * Where the page lies, with a slash at the end. Everything that it asks for lies below, also where a proxy puts a path before it
 * (https://kommune.no/levekar/), so no address of the page begins with a slash.
 */
export const here = new URL('.', document.baseURI).href;
