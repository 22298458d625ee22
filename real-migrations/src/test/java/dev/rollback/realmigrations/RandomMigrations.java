// SPDX-License-Identifier: Apache-2.0
package dev.rollback.realmigrations;

import dev.rollback.realmigrations.RandomTable.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Scripts that make, change and drop tables by chance; the same for the same seed. */
final class RandomMigrations {
    private static final List<String> ODD = List.of("", "", "", " of", "Ü", "'s", "-x", "%");

    private final Random random;
    private final Words words;
    private final List<RandomTable> tables = new ArrayList<>();
    private final List<String> script = new ArrayList<>();
    private int names;

    RandomMigrations(long seed, Words words) {
        this.random = new Random(seed);
        this.words = words;
    }

    /** Each is one migration of one to four changes. */
    List<String> scripts(int count) {
        List<String> scripts = new ArrayList<>();
        while (scripts.size() < count) {
            script.clear();
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes; i++) {
                change();
            }
            if (!script.isEmpty()) {
                scripts.add(script.stream().map(s -> s + ";\n").collect(Collectors.joining()));
            }
        }
        return scripts;
    }

    private void change() {
        if (tables.size() < 2) {
            create();
            return;
        }
        RandomTable table = one(tables);
        switch (random.nextInt(20)) {
            case 0 -> create();
            case 1 -> drop(table);
            case 2 -> renameTable(table);
            case 3, 4 -> addColumn(table);
            case 5 -> addCopy(table);
            case 6, 7 -> dropColumn(table);
            case 8 -> renameColumn(table);
            case 9 -> retype(table);
            case 10 -> nullable(table);
            case 11 -> byDefault(table);
            case 12 -> index(table);
            case 13 -> link(table);
            case 14 -> unlink(table);
            case 15 -> rekey(table);
            case 16, 17 -> view(table);
            case 18 -> check(table);
            default -> rewrite(table);
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String name(String kind) {
        return kind + ++names + one(ODD);
    }

    private String quote(String name) {
        return words.quote(name);
    }

    private RandomColumn column() {
        RandomType type = one(List.of(RandomType.values()));
        boolean notNull = random.nextInt(3) == 0;
        String byDefault = random.nextBoolean() ? type.literal() : "";
        return new RandomColumn(name("c"), type, notNull, byDefault);
    }

    private void create() {
        RandomTable table = new RandomTable(name("t"));
        RandomColumn id =
                new RandomColumn(name("id"), random.nextInt(4) == 0 ? RandomType.WORD : RandomType.INT, true, "");
        table.put(id.type() == RandomType.INT && random.nextInt(3) == 0 ? id.asCounter() : id);
        table.key().add(id.name());
        if (random.nextInt(4) == 0) {
            RandomColumn second = new RandomColumn(name("k"), RandomType.INT, true, "");
            table.put(second);
            table.key().add(second.name());
        }
        int more = 1 + random.nextInt(4);
        for (int i = 0; i < more; i++) {
            table.put(column());
        }
        script.add("CREATE TABLE " + quote(table.name()) + " ("
                + table.columns().stream().map(words::definition).collect(Collectors.joining(", ")) + ", CONSTRAINT "
                + quote(table.keyName()) + " PRIMARY KEY (" + list(table.key()) + "))");
        tables.add(table);
        if (tables.size() > 1 && random.nextBoolean()) {
            link(table);
        }
    }

    private String list(List<String> columns) {
        return columns.stream().map(this::quote).collect(Collectors.joining(", "));
    }

    private void drop(RandomTable table) {
        if (tables.stream().anyMatch(t -> t != table && t.pointsTo(table)) || tables.size() < 3) {
            return;
        }
        dropViews(table);
        script.add("DROP TABLE " + quote(table.name()));
        tables.remove(table);
    }

    private void renameTable(RandomTable table) {
        String to = name("t");
        dropViews(table);
        script.add(words.alter(table, "RENAME TO ") + quote(to));
        table.rename(to);
    }

    private void addColumn(RandomTable table) {
        RandomColumn column = column();
        RandomColumn added = column.byDefault().isEmpty() ? column.notNull(false) : column;
        script.add(words.alter(table, "ADD COLUMN ") + words.definition(added));
        table.put(added);
    }

    /** A column that begins with the values of another. */
    private void addCopy(RandomTable table) {
        RandomColumn from = one(table.columns());
        RandomColumn to = new RandomColumn(name("c"), from.type(), false, "");
        script.add(words.alter(table, "ADD COLUMN ") + words.definition(to));
        script.add("UPDATE " + quote(table.name()) + " SET " + quote(to.name()) + " = " + quote(from.name()));
        table.put(to);
        if (random.nextBoolean()
                && table.plain().contains(from)
                && table.plain().size() > 1) {
            dropColumn(table, from);
        }
    }

    private void dropColumn(RandomTable table) {
        if (table.plain().size() > 1) {
            dropColumn(table, one(table.plain()));
        }
    }

    private void dropColumn(RandomTable table, RandomColumn column) {
        dropViews(table);
        List<String> indexes = table.indexes().entrySet().stream()
                .filter(e -> e.getValue().contains(column.name()))
                .map(e -> e.getKey())
                .toList();
        indexes.forEach(i -> script.add(words.dropIndex(table, i)));
        script.add(words.alter(table, "DROP COLUMN ") + quote(column.name()));
        table.remove(column);
    }

    private void renameColumn(RandomTable table) {
        if (!table.plain().isEmpty()) {
            RandomColumn column = one(table.plain());
            String to = name("c");
            dropViews(table);
            script.add(words.rename(table, column.name(), to));
            table.rename(column, to);
        }
    }

    private void retype(RandomTable table) {
        List<RandomColumn> can = table.plain().stream()
                .filter(c -> !c.type().next().isEmpty())
                .filter(c -> table.indexes().values().stream().noneMatch(i -> i.contains(c.name())))
                .toList();
        if (!can.isEmpty()) {
            RandomColumn old = one(can);
            RandomColumn changed = old.of(one(old.type().next()));
            if (!old.byDefault().isEmpty()) {
                script.add(words.byDefault(table, old.byDefault("")));
            }
            dropViews(table);
            script.add(words.retype(table, changed));
            table.put(changed);
        }
    }

    private void nullable(RandomTable table) {
        if (!table.plain().isEmpty()) {
            RandomColumn old = one(table.plain());
            if (!old.notNull() && old.type().literal().isEmpty()) {
                return;
            }
            RandomColumn changed = old.notNull(!old.notNull());
            if (changed.notNull()) {
                script.add("UPDATE " + quote(table.name()) + " SET " + quote(old.name()) + " = "
                        + old.type().literal() + " WHERE " + quote(old.name()) + " IS NULL");
            }
            script.add(words.nullable(table, changed));
            table.put(changed);
        }
    }

    private void byDefault(RandomTable table) {
        if (!table.plain().isEmpty()) {
            RandomColumn old = one(table.plain());
            if (!old.type().literal().isEmpty()) {
                RandomColumn changed =
                        old.byDefault(old.byDefault().isEmpty() ? old.type().literal() : "");
                script.add(words.byDefault(table, changed));
                table.put(changed);
            }
        }
    }

    private void index(RandomTable table) {
        List<String> columns = table.plain().stream()
                .filter(c -> c.type().isIndexable())
                .map(RandomColumn::name)
                .toList();
        if (!table.indexes().isEmpty() && random.nextBoolean()) {
            String index = one(List.copyOf(table.indexes().keySet()));
            script.add(words.dropIndex(table, index));
            table.indexes().remove(index);
        } else if (!columns.isEmpty()) {
            String index = name("i");
            List<String> of = columns.subList(0, 1 + random.nextInt(Math.min(2, columns.size())));
            script.add("CREATE " + (random.nextInt(3) == 0 ? "UNIQUE " : "") + "INDEX " + quote(index) + " ON "
                    + quote(table.name()) + " (" + list(of) + ")");
            table.indexes().put(index, of);
        }
    }

    private void link(RandomTable table) {
        List<RandomTable> targets =
                tables.stream().filter(t -> t.key().size() == 1).toList();
        if (!targets.isEmpty()) {
            RandomTable target = one(targets);
            RandomColumn key = target.columns().stream()
                    .filter(c -> c.name().equals(target.key().get(0)))
                    .findFirst()
                    .orElseThrow();
            RandomColumn column = new RandomColumn(name("r"), key.type(), false, "");
            String link = name("fk");
            String action = one(List.of("", "", " ON DELETE CASCADE", " ON DELETE SET NULL"));
            script.add(words.alter(table, "ADD COLUMN ") + words.definition(column));
            script.add(words.alter(table, "ADD CONSTRAINT ") + quote(link) + " FOREIGN KEY (" + quote(column.name())
                    + ") REFERENCES " + quote(target.name()) + " (" + quote(key.name()) + ")" + action);
            table.put(column);
            table.links().put(link, new Link(column.name(), target));
        }
    }

    private void unlink(RandomTable table) {
        if (!table.links().isEmpty()) {
            String name = one(List.copyOf(table.links().keySet()));
            script.add(words.dropLink(table, name));
            Link link = table.links().remove(name);
            if (random.nextBoolean()) {
                table.columns().stream()
                        .filter(c -> c.name().equals(link.column()))
                        .findFirst()
                        .ifPresent(c -> dropColumn(table, c));
            }
        }
    }

    /** Another column becomes the key. */
    private void rekey(RandomTable table) {
        List<RandomColumn> can = table.plain().stream()
                .filter(c -> c.type() == RandomType.INT || c.type() == RandomType.WORD)
                .toList();
        if (!can.isEmpty() && !table.isCounted() && tables.stream().noneMatch(t -> t.pointsTo(table))) {
            dropViews(table);
            RandomColumn column = one(can).notNull(true).byDefault("");
            script.add(words.byDefault(table, column));
            script.add(words.dropKey(table));
            script.add(words.nullable(table, column));
            script.add(words.alter(table, "ADD CONSTRAINT ") + quote(table.keyName()) + " PRIMARY KEY ("
                    + quote(column.name()) + ")");
            table.put(column);
            table.key().clear();
            table.key().add(column.name());
        }
    }

    private void view(RandomTable table) {
        String view = name("v");
        String column = one(table.columns()).name();
        script.add("CREATE VIEW " + quote(view) + " AS SELECT " + list(table.key()) + ", " + quote(column) + " AS "
                + quote(column + "+") + " FROM " + quote(table.name()) + " WHERE " + quote(column) + " IS NOT NULL");
        table.views().put(view, column);
    }

    /** Not every product lets a column change that a view shows. */
    private void dropViews(RandomTable table) {
        table.views().keySet().forEach(v -> script.add("DROP VIEW " + quote(v)));
        table.views().clear();
    }

    private void check(RandomTable table) {
        List<RandomColumn> can = table.plain().stream()
                .filter(c -> c.type() == RandomType.INT || c.type() == RandomType.BIGINT)
                .toList();
        if (!table.checks().isEmpty() && random.nextBoolean()) {
            String check = one(List.copyOf(table.checks().keySet()));
            script.add(words.alter(table, "DROP CONSTRAINT ") + quote(check));
            table.checks().remove(check);
        } else if (!can.isEmpty()) {
            String check = name("ck");
            String column = one(can).name();
            script.add(
                    "UPDATE " + quote(table.name()) + " SET " + quote(column) + " = 1 WHERE " + quote(column) + " < 0");
            script.add(words.alter(table, "ADD CONSTRAINT ") + quote(check) + " CHECK (" + quote(column) + " >= 0)");
            table.checks().put(check, column);
        }
    }

    private void rewrite(RandomTable table) {
        List<RandomColumn> can = table.plain().stream()
                .filter(c -> !c.type().literal().isEmpty())
                .filter(c -> table.indexes().values().stream().noneMatch(i -> i.contains(c.name())))
                .toList();
        if (!can.isEmpty()) {
            RandomColumn column = one(can);
            script.add("UPDATE " + quote(table.name()) + " SET " + quote(column.name()) + " = "
                    + column.type().literal()
                    + (random.nextBoolean() ? "" : " WHERE " + quote(column.name()) + " IS NULL"));
        }
    }
}
