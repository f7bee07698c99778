import { type AnyNode, type ecmaVersion as Edition, type Identifier, type Pattern, type Program, parse } from "acorn";

/** A name that a script uses without declaring it, hence a global. */
export interface FreeReference {
  name: string;
  kind: "reads" | "calls" | "constructs";
  line: number;
  /** Only reached where a test has asked for the name (`typeof Intl !== "undefined" && Intl…`), or inside a `try`. */
  guarded: boolean;
}

/** Parses a script, strictly of one edition of the language. @throws SyntaxError for anything newer */
export function parseScript(source: string, ecmaVersion: Edition): Program {
  return parse(source, { ecmaVersion, sourceType: "script", locations: true });
}

/** All globals that a script names, wherever in it. */
export function findFreeReferences(tree: Program): FreeReference[] {
  const statements: readonly AnyNode[] = tree.body;
  return inStatements(statements, { scope: { declared: hoisted(statements), outer: null }, guards: new Set() });
}

interface Scope {
  declared: ReadonlySet<string>;
  outer: Scope | null;
}

interface Place {
  scope: Scope;
  /** Names that a test has asked for; `*`: inside a `try`, where a missing name does no harm. */
  guards: ReadonlySet<string>;
}

const inside = (at: Place, declared: Iterable<string>): Place => ({
  ...at,
  scope: { declared: new Set(declared), outer: at.scope },
});

function inNode(node: AnyNode, at: Place): FreeReference[] {
  switch (node.type) {
    case "Identifier":
      return note(node, "reads", at);
    case "UnaryExpression":
      // typeof is the one operator that may name what is not there.
      if (node.operator === "typeof" && node.argument.type === "Identifier") return [];
      return inAll(childrenOf(node), at);
    case "CallExpression":
    case "NewExpression": {
      const kind = node.type === "NewExpression" ? "constructs" : "calls";
      const callee = node.callee.type === "Identifier" ? note(node.callee, kind, at) : inNode(node.callee, at);
      return [...callee, ...inAll(node.arguments, at)];
    }
    case "MemberExpression":
      return inAll(node.computed ? [node.object, node.property] : [node.object], at);
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return inAll(node.computed ? [node.key, node.value] : [node.value], at);
    case "LabeledStatement":
      return inNode(node.body, at);
    case "BreakStatement":
    case "ContinueStatement":
      return [];
    case "IfStatement":
    case "ConditionalExpression":
      return [...inNode(node.test, at), ...inAll([node.consequent, node.alternate], guardedBy(node.test, at))];
    case "LogicalExpression":
      return [...inNode(node.left, at), ...inNode(node.right, guardedBy(node.left, at))];
    case "TryStatement":
      return [
        ...inNode(node.block, node.handler ? { ...at, guards: new Set([...at.guards, "*"]) } : at),
        ...inAll([node.handler, node.finalizer], at),
      ];
    default:
      return inScoped(node, at);
  }
}

/** The nodes that bring names of their own. */
function inScoped(node: AnyNode, at: Place): FreeReference[] {
  switch (node.type) {
    case "BlockStatement":
      return inStatements(node.body, inside(at, declaredIn(node.body)));
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression": {
      const statements: readonly AnyNode[] = node.body.type === "BlockStatement" ? node.body.body : [];
      const own = node.id ? [node.id.name] : [];
      const within = inside(at, ["arguments", ...own, ...node.params.flatMap(namesIn), ...hoisted(statements)]);
      const body = node.body.type === "BlockStatement" ? inStatements(statements, within) : inNode(node.body, within);
      return [...inAll(node.params, within), ...body];
    }
    case "ClassDeclaration":
    case "ClassExpression":
      return inAll([node.superClass, node.body], inside(at, node.id ? [node.id.name] : []));
    case "CatchClause":
      return inAll([node.param, node.body], inside(at, node.param ? namesIn(node.param) : []));
    case "ForStatement":
      return inAll(childrenOf(node), inside(at, declaredIn(node.init ? [node.init] : [])));
    case "ForInStatement":
    case "ForOfStatement":
      return inAll(childrenOf(node), inside(at, declaredIn([node.left])));
    default:
      return inAll(childrenOf(node), at);
  }
}

function note(node: Identifier, kind: FreeReference["kind"], at: Place): FreeReference[] {
  for (let scope: Scope | null = at.scope; scope; scope = scope.outer) if (scope.declared.has(node.name)) return [];
  const guarded = at.guards.has(node.name) || at.guards.has("*");
  return [{ name: node.name, kind, line: node.loc?.start.line ?? 0, guarded }];
}

function inAll(nodes: readonly (AnyNode | null | undefined)[], at: Place): FreeReference[] {
  return nodes.flatMap((node) => (node ? inNode(node, at) : []));
}

/** `if (typeof X === "undefined") return` guards all that follows it. */
function inStatements(statements: readonly AnyNode[], at: Place): FreeReference[] {
  let current = at;
  return statements.flatMap((statement) => {
    const found = inNode(statement, current);
    if (statement.type === "IfStatement" && leaves(statement.consequent)) current = guardedBy(statement.test, current);
    return found;
  });
}

function leaves(statement: AnyNode): boolean {
  const last = statement.type === "BlockStatement" ? statement.body.at(-1) : statement;
  return last?.type === "ReturnStatement" || last?.type === "ThrowStatement";
}

function guardedBy(test: AnyNode, at: Place): Place {
  const tested = namesAskedFor(test);
  return tested.length === 0 ? at : { ...at, guards: new Set([...at.guards, ...tested]) };
}

/** The names that a test asks for with typeof. */
function namesAskedFor(node: AnyNode): string[] {
  if (node.type === "UnaryExpression" && node.operator === "typeof" && node.argument.type === "Identifier") {
    return [node.argument.name];
  }
  return childrenOf(node).flatMap(namesAskedFor);
}

/** Names of a function's or a script's own scope: var from anywhere inside, the rest from its top level. */
function hoisted(statements: readonly AnyNode[]): Set<string> {
  const names = declaredIn(statements);
  const collect = (node: AnyNode): void => {
    if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return;
    if (node.type === "VariableDeclaration" && node.kind === "var") {
      for (const { id } of node.declarations) for (const name of namesIn(id)) names.add(name);
    }
    for (const child of childrenOf(node)) collect(child);
  };
  for (const statement of statements) collect(statement);
  return names;
}

/** Names that a list of statements declares itself: let, const, class, function, and var at its top. */
function declaredIn(statements: readonly AnyNode[]): Set<string> {
  const names = new Set<string>();
  for (const statement of statements) {
    if (statement.type === "VariableDeclaration") {
      for (const { id } of statement.declarations) for (const name of namesIn(id)) names.add(name);
    }
    if (statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration") {
      if (statement.id) names.add(statement.id.name);
    }
  }
  return names;
}

function namesIn(pattern: Pattern): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element ? namesIn(element) : []));
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === "RestElement" ? property.argument : property.value),
      );
    default:
      return [];
  }
}

function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node)
    .flatMap((value: unknown) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
