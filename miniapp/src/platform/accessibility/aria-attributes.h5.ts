// The web has these attributes already; see aria-attributes.weapp.ts.
export {};
