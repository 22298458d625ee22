// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.capture.SchemaReader;
import java.util.Optional;

/** What a dialect consists of; each part is explained at the method of {@link Dialect} that has its name. */
public record DialectParts(
        SchemaReader reader,
        Ddl ddl,
        RowSql rows,
        RowStream stream,
        Server server,
        ServerErrors errors,
        Optional<Stepwise> stepwise,
        Optional<RowMarks> marks) {

    /** Those of a product whose changes of structure are transactional and whose rows tell which transaction wrote them. */
    public DialectParts(
            SchemaReader reader, Ddl ddl, RowSql rows, RowStream stream, Server server, ServerErrors errors) {
        this(reader, ddl, rows, stream, server, errors, Optional.empty(), Optional.empty());
    }

    /** The same with what holds a run together where no transaction does. */
    public DialectParts with(Stepwise other) {
        return new DialectParts(reader, ddl, rows, stream, server, errors, Optional.of(other), marks);
    }

    /** The same with what remembers rows, as the product does not tell who wrote them. */
    public DialectParts with(RowMarks other) {
        return new DialectParts(reader, ddl, rows, stream, server, errors, stepwise, Optional.of(other));
    }
}
