import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Forbids imports that match `regex` in some files: the arrows of the architecture. */
const arrows = (files, regex, message, ignores = []) => ({
  files,
  ignores: ['**/*.test.ts', '**/testing/**', ...ignores],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] },
});

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      'storybook-static/**',
      '.cache/**',
      'site/.pages/**',
      'packaging/project/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
        document: 'readonly',
        window: 'readonly',
        location: 'readonly',
        customElements: 'readonly',
        HTMLElement: 'readonly',
        Intl: 'readonly',
        matchMedia: 'readonly',
        localStorage: 'readonly',
      },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['packages/widgets/**/*.ts', 'stories/**/*.ts'],
    plugins: { lit, 'lit-a11y': litA11y, wc },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
      ...wc.configs['flat/recommended'].rules,
      'lit/no-native-attributes': 'off',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text bindings only.' },
        { property: 'outerHTML', message: 'Text bindings only.' },
        { property: 'insertAdjacentHTML', message: 'Text bindings only.' },
        { property: 'setHTMLUnsafe', message: 'Text bindings only.' },
      ],
    },
  },
  {
    // A mapped type enters another package's interface by being extended.
    files: ['packages/widgets/types/*.d.ts'],
    rules: {
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
    },
  },
  arrows(
    ['packages/sdk/src/**/*.ts'],
    '^(@inlay/|node:|lit|hono)',
    'The SDK depends on zod alone.',
  ),
  arrows(
    ['packages/sdk/src/contract/**/*.ts'],
    '^(\\.\\./|node:|lit|hono|zod)',
    'The contract imports #schema alone.',
  ),
  arrows(
    ['packages/server/src/**/*.ts'],
    '^(@inlay/widgets|@inlay/sdk$|@inlay/sdk/client|lit)',
    'Of the SDK, the server knows the contract alone.',
  ),
  arrows(
    ['packages/server/src/time/**/*.ts'],
    '^(\\.\\./|node:|hono|better-sqlite3)',
    'Time is pure: it imports the contract alone.',
  ),
  arrows(
    ['packages/widgets/src/**/*.ts'],
    '^(@inlay/server|node:|echarts|lit/directives/unsafe)',
    'Elements know the SDK; ECharts has one door; markup is never made from strings.',
    ['packages/widgets/src/shared/echarts.ts', 'packages/widgets/src/views/**'],
  ),
  arrows(
    ['packages/widgets/src/views/**/*.ts'],
    '^(@inlay/server|node:|echarts|lit/directives/unsafe|@inlay/sdk$|@inlay/sdk/client)|slice-task|/provider/',
    'A view takes data in and gives events out; it never fetches.',
  ),
);
