// What the scripts of the pages are read for: faults, not taste. The scripts run as they are in the browsers of
// the last years, without a bundler that would notice a name nobody imported.
import js from "@eslint/js";
import globals from "globals";

const FAULTS = {
  "array-callback-return": ["error", { checkForEach: false }],
  "consistent-return": "error",
  "default-case-last": "error",
  eqeqeq: "error",
  "no-console": "error",
  "no-constructor-return": "error",
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-promise-executor-return": "error",
  "no-restricted-syntax": ["error", {
    selector: "AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/], CallExpression[callee.property.name='insertAdjacentHTML'], "
      + "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: "What a page says may be anything: make elements, or set textContent.",
  }],
  "no-script-url": "error",
  "no-self-compare": "error",
  "no-shadow": "error",
  "no-template-curly-in-string": "error",
  "no-throw-literal": "error",
  "no-unmodified-loop-condition": "error",
  "no-unreachable-loop": "error",
  "no-use-before-define": ["error", { functions: false, variables: false }],
  "no-useless-assignment": "error",
  "no-var": "error",
  "prefer-const": "error",
};

export default [
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  { rules: FAULTS },
  { files: ["plugins/**/*.js"], languageOptions: { globals: globals.browser } },
  { files: ["plugins/**/scheme.js"], languageOptions: { sourceType: "script" } },
  { files: ["tests/**/*.js"], languageOptions: { globals: globals.node }, rules: { "no-shadow": "off" } },
];
