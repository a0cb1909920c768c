import ts from 'typescript';

/**
 * Of the classes that a declaration file imports: the types of their properties that are plain, or a
 * choice of strings, which is written out (`'linear' | 'quantile'`), by class and property.
 */
export function plainTypes(file) {
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const names = source.statements
    .filter(ts.isImportDeclaration)
    .flatMap(({ importClause }) => importClause?.namedBindings?.elements ?? []);
  return new Map(
    names.map(({ name }) => {
      const type = checker.getDeclaredTypeOfSymbol(
        checker.getAliasedSymbol(checker.getSymbolAtLocation(name)),
      );
      return [name.text, plainTypesOf(type, checker)];
    }),
  );
}

const plain = ['string', 'number', 'boolean'];

function plainTypesOf(type, checker) {
  const types = new Map();
  for (const property of type.getProperties()) {
    const value = checker.getNonNullableType(checker.getTypeOfSymbol(property));
    const text = checker.typeToString(value);
    if (value.isUnion() && value.types.every((option) => option.isStringLiteral())) {
      types.set(property.name, value.types.map((option) => `'${option.value}'`).join(' | '));
    } else if (plain.includes(text)) {
      types.set(property.name, text);
    }
  }
  return types;
}
