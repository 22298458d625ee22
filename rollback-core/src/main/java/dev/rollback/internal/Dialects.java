// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.InvalidInputException;
import dev.rollback.RollbackFailedException;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.ServerErrors;
import dev.rollback.dialect.ServerErrors.Kind;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the dialect of a server: the one given, else exactly one of the class path. */
final class Dialects {
    private Dialects() {}

    private static List<Dialect> all() {
        List<Dialect> all = new ArrayList<>();
        ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader()).forEach(all::add);
        return all;
    }

    /** Without a connection nobody knows the product: whoever makes something of the failure tells what it means. */
    static RollbackFailedException unreachable(Optional<Dialect> given, SQLException failure) {
        ServerErrors errors = given.map(List::of).orElseGet(Dialects::all).stream()
                .map(Dialect::errors)
                .filter(e -> e.kind(failure) != Kind.OTHER)
                .findFirst()
                .orElse(any -> Kind.OTHER);
        return unreachable("The database cannot be reached", errors, failure);
    }

    static RollbackFailedException unreachable(String what, ServerErrors errors, SQLException failure) {
        Kind kind = errors.kind(failure);
        String meaning = kind == Kind.OTHER ? "no connection was to be had" : kind.meaning();
        String words = errors.words(failure);
        return new RollbackFailedException(
                what + ": " + meaning + " (" + words.strip().replaceFirst("\\.$", "") + ").",
                "nothing was changed.",
                "check the address, the login, whether the server runs, and whether the data source has a connection to give.",
                failure);
    }

    static Dialect choose(Optional<Dialect> given, DatabaseMetaData server) throws SQLException {
        String product = server.getDatabaseProductName() + " " + server.getDatabaseProductVersion();
        if (given.isPresent()) {
            if (!given.get().knows(server)) {
                throw new InvalidInputException(
                        "The dialect " + given.get().name() + " does not support " + product + ".");
            }
            return given.get();
        }
        List<Dialect> all = all();
        List<Dialect> knowing = new ArrayList<>();
        for (Dialect dialect : all) {
            if (dialect.knows(server)) {
                knowing.add(dialect);
            }
        }
        if (knowing.size() == 1) {
            return knowing.get(0);
        }
        List<String> names =
                (knowing.isEmpty() ? all : knowing).stream().map(Dialect::name).toList();
        throw new InvalidInputException(
                knowing.isEmpty()
                        ? "No dialect supports " + product + ". On the class path: "
                                + (names.isEmpty()
                                        ? "none. Add the module of your database, such as rollback-postgres; a merged jar"
                                                + " must merge META-INF/services too"
                                        : names)
                                + "."
                        : "More than one dialect supports " + product + ": " + names + ". Name one with dialect(...).");
    }
}
