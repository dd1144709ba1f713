export { buildApp } from './app.ts';
export { serve } from './serve.ts';
