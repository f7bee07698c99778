// WeChat brings what its engines lack.
export {};
