import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

const generated = [
  'packages/db/src/tables.gen.ts',
  'packages/contract/src/openapi.gen.ts',
  'apps/web/src/paraglide/**',
];
const notInPurePackages = 'Pure packages take time and randomness as arguments.';

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      '.data/',
      '**/build/',
      '**/.svelte-kit/',
      '**/test-results/',
      '**/playwright-report/',
      ...generated,
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['scripts/**', 'apps/api/**', 'packages/db/**', '*.js', '*.cjs'],
    languageOptions: { globals: globals.node },
  },
  { files: ['apps/web/src/**'], languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    // A rune or a bound prop is assigned to by what is around it.
    rules: {
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$state', '$derived'] }],
    },
  },
  // The web is served from the root of its own origin: there is no base path to resolve.
  { files: ['apps/web/**'], rules: { 'svelte/no-navigation-without-resolve': 'off' } },
  // State is replaced, never changed in place, so a plain Map or Date is as good.
  { files: ['apps/web/**'], rules: { 'svelte/prefer-svelte-reactivity': 'off' } },
  // The type checker knows what exists.
  { files: ['**/*.ts', '**/*.svelte'], rules: { 'no-undef': 'off' } },
  {
    files: ['packages/survey/src/**/*.ts', 'packages/analysis/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.fixture.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: notInPurePackages },
        { object: 'Date', property: 'now', message: notInPurePackages },
        { object: 'performance', property: 'now', message: notInPurePackages },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: notInPurePackages },
      ],
    },
  },
  {
    files: ['apps/api/src/**/*.ts', 'packages/*/src/**/*.ts', 'scripts/**/*.ts'],
    ignores: ['**/*.test.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: ['apps/api/**/*.ts', 'scripts/**/*.ts'],
    // Days that are counted from noon, UTC, and not read from a clock.
    ignores: ['apps/api/src/calendar/days.ts', 'apps/api/src/people/relation-days.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.property.name='slice'][arguments.1.value=10][callee.object.callee.property.name='toISOString']",
          message:
            'The day in Norway is another than in UTC at night: use dayOf (apps/api/src/calendar-days.ts).',
        },
      ],
    },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
);
