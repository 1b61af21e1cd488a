import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom: shared ◀ archive ◀ main and cli; renderer and preload know only shared. The
 * message names the right way.
 */
const borders = [
  {
    target: './src/shared',
    from: './src',
    except: ['./shared'],
    message:
      'src/shared runs anywhere and imports nothing of ours. Move what both sides need into src/shared.',
  },
  {
    target: './src/archive',
    from: './src',
    except: ['./archive', './shared'],
    message:
      'src/archive is the product in plain Node. Take what you need as an argument; src/main passes it in.',
  },
  {
    target: './src/preload',
    from: './src',
    except: ['./preload', './shared'],
    message: 'src/preload only carries requests. Put types into src/shared and work into src/main.',
  },
  {
    target: './src/renderer',
    from: './src',
    except: ['./renderer', './shared'],
    message:
      'The window asks through src/renderer/src/bridge.ts. Add a channel to ipc-contract.ts.',
  },
  {
    target: './src/cli',
    from: './src',
    except: ['./cli', './archive', './shared'],
    message: 'The command line opens the same door as the window: openArchive of src/archive.',
  },
  {
    target: './src/main',
    from: './src',
    except: ['./main', './archive', './shared'],
    message:
      'src/main composes src/archive and src/shared; it knows neither page nor command line.',
  },
];

const electronOnly = {
  name: 'electron',
  message: 'Only src/main and src/preload know Electron. Pass in what you need.',
};

/** Its schemas are many, and the page would make them before it draws anything. */
const typesOfContract = {
  group: ['**/shared/ipc-contract', '**/shared/menu-model'],
  allowTypeImports: true,
  message: 'The page takes types of the contract only; values stand in src/shared/window-choices.',
};

export default tseslint.config(
  { ignores: ['out/', 'node_modules/', 'test-results/', 'tests/**/fixture-app/**'] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          noWarnOnMultipleProjects: true,
          project: ['tsconfig.node.json', 'tsconfig.web.json', 'tsconfig.e2e.json'],
        }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: borders }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-restricted-imports': ['error', { paths: [electronOnly] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
      // an async function without await still turns what it throws into a rejection
      '@typescript-eslint/require-await': 'off',
      // a type parameter of a reader is its caller's promise about what was written
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // index signatures are read with brackets, as the compiler option demands
      '@typescript-eslint/dot-notation': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: [
      'src/main/**',
      'src/preload/**',
      'tests/standin/**',
      'tests/e2e/**',
      'tools/electron-standin/**',
    ],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [typesOfContract] }],
    },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat['recommended-latest'],
  },
  {
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
