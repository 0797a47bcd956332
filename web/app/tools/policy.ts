/** The content security policy that the server sends; `vite preview` sends it too, so that our tests meet it. */
export const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "require-trusted-types-for 'script'",
].join('; ');
