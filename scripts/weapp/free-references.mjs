import { parse } from "acorn";

/** Parses a script, strictly of one edition of the language. @throws SyntaxError for anything newer */
export function parseScript(source, ecmaVersion) {
  return parse(source, { ecmaVersion, sourceType: "script", locations: true, allowHashBang: true });
}

/**
 * The names a script uses without declaring them, hence globals. `guarded`: only reached where a test has asked for
 * the name first (`typeof Intl !== "undefined" && Intl…`), or inside a `try`.
 *
 * @returns {{ name: string, kind: "reads" | "calls" | "constructs", line: number, guarded: boolean }[]}
 */
export function findFreeReferences(tree) {
  const found = [];
  visit(tree, { declared: namesHoistedIn(tree.body), outer: null }, new Set(), found);
  return found;
}

function visit(node, scope, guards, found, kind = "reads") {
  switch (node.type) {
    case "Identifier":
      if (!isDeclared(scope, node.name)) {
        found.push({
          name: node.name,
          kind,
          line: node.loc.start.line,
          guarded: guards.has(node.name) || guards.has("*"),
        });
      }
      return;
    case "UnaryExpression":
      // typeof is the one operator that may name what is not there.
      if (node.operator === "typeof" && node.argument.type === "Identifier") return;
      break;
    case "CallExpression":
    case "NewExpression":
      visit(node.callee, scope, guards, found, node.type === "NewExpression" ? "constructs" : "calls");
      for (const argument of node.arguments) visit(argument, scope, guards, found);
      return;
    case "MemberExpression":
      visit(node.object, scope, guards, found);
      if (node.computed) visit(node.property, scope, guards, found);
      return;
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      if (node.computed) visit(node.key, scope, guards, found);
      if (node.value) visit(node.value, scope, guards, found);
      return;
    case "LabeledStatement":
      visit(node.body, scope, guards, found);
      return;
    case "BreakStatement":
    case "ContinueStatement":
      return;
    case "IfStatement":
    case "ConditionalExpression":
      visitAll([node.test], scope, guards, found);
      visitAll([node.consequent, node.alternate], scope, withTested(guards, node.test), found);
      return;
    case "LogicalExpression":
      visit(node.left, scope, guards, found);
      visit(node.right, scope, withTested(guards, node.left), found);
      return;
    case "TryStatement":
      visit(node.block, scope, node.handler ? new Set([...guards, "*"]) : guards, found);
      visitAll([node.handler, node.finalizer], scope, guards, found);
      return;
    case "BlockStatement":
    case "Program":
    case "StaticBlock":
      visitStatements(node.body, { declared: namesDeclaredIn(node.body), outer: scope }, guards, found);
      return;
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      visitFunction(node, scope, guards, found);
      return;
    case "ClassDeclaration":
    case "ClassExpression": {
      const inner = { declared: new Set(node.id ? [node.id.name] : []), outer: scope };
      visitAll([node.superClass, node.body], inner, guards, found);
      return;
    }
    case "CatchClause": {
      const inner = { declared: new Set(node.param ? namesInPattern(node.param) : []), outer: scope };
      visitAll([node.param, node.body], inner, guards, found);
      return;
    }
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement": {
      const head = node.init ?? node.left;
      const inner = { declared: namesDeclaredIn(head ? [head] : []), outer: scope };
      visitAll(childrenOf(node), inner, guards, found);
      return;
    }
    default:
  }
  visitAll(childrenOf(node), scope, guards, found);
}

function visitAll(nodes, scope, guards, found) {
  for (const node of nodes) if (node) visit(node, scope, guards, found);
}

/** `if (typeof X === "undefined") return` guards all that follows it. */
function visitStatements(statements, scope, guards, found) {
  let current = guards;
  for (const statement of statements) {
    visit(statement, scope, current, found);
    if (statement.type === "IfStatement" && leaves(statement.consequent)) current = withTested(current, statement.test);
  }
}

function leaves(statement) {
  const last = statement.type === "BlockStatement" ? statement.body.at(-1) : statement;
  return last?.type === "ReturnStatement" || last?.type === "ThrowStatement";
}

function visitFunction(node, scope, guards, found) {
  const declared = new Set(["arguments", ...node.params.flatMap(namesInPattern)]);
  if (node.id) declared.add(node.id.name);
  const body = node.body.type === "BlockStatement" ? node.body.body : [];
  for (const name of namesHoistedIn(body)) declared.add(name);
  const inner = { declared, outer: scope };
  visitAll(node.params, inner, guards, found);
  if (node.body.type === "BlockStatement") visitStatements(body, inner, guards, found);
  else visit(node.body, inner, guards, found);
}

function withTested(guards, test) {
  const tested = namesAskedFor(test);
  return tested.length === 0 ? guards : new Set([...guards, ...tested]);
}

/** The names that a test asks for with typeof. */
function namesAskedFor(node) {
  if (node.type === "UnaryExpression" && node.operator === "typeof" && node.argument.type === "Identifier") {
    return [node.argument.name];
  }
  return childrenOf(node).flatMap(namesAskedFor);
}

function isDeclared(scope, name) {
  for (let at = scope; at; at = at.outer) if (at.declared.has(name)) return true;
  return false;
}

/** Names of a function's or a script's own scope: var from anywhere inside, the rest from its top level. */
function namesHoistedIn(statements) {
  const names = namesDeclaredIn(statements);
  const collect = (node) => {
    if (isFunction(node)) return;
    if (node.type === "VariableDeclaration" && node.kind === "var") {
      for (const { id } of node.declarations) for (const name of namesInPattern(id)) names.add(name);
    }
    for (const child of childrenOf(node)) collect(child);
  };
  for (const statement of statements) collect(statement);
  return names;
}

/** Names that a list of statements declares itself: let, const, class, function, and var at its top. */
function namesDeclaredIn(statements) {
  const names = new Set();
  for (const statement of statements) {
    if (statement.type === "VariableDeclaration") {
      for (const { id } of statement.declarations) for (const name of namesInPattern(id)) names.add(name);
    }
    if ((statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration") && statement.id) {
      names.add(statement.id.name);
    }
  }
  return names;
}

function namesInPattern(pattern) {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "AssignmentPattern":
      return namesInPattern(pattern.left);
    case "RestElement":
      return namesInPattern(pattern.argument);
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element ? namesInPattern(element) : []));
    case "ObjectPattern":
      return pattern.properties.flatMap((property) => namesInPattern(property.value ?? property));
    default:
      return [];
  }
}

function isFunction(node) {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

function childrenOf(node) {
  return Object.entries(node)
    .filter(([key]) => key !== "loc")
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value) => value !== null && typeof value === "object" && typeof value.type === "string");
}
