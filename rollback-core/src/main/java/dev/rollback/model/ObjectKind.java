// SPDX-License-Identifier: Apache-2.0
package dev.rollback.model;

/** Kinds of database objects, in the order in which independent objects are created. */
public enum ObjectKind {
    SCHEMA("schema"),
    EXTENSION("extension"),
    COLLATION("collation"),
    TYPE("type"),
    SEQUENCE("sequence"),
    FUNCTION("function"),
    PROCEDURE("procedure"),
    AGGREGATE("aggregate"),
    TABLE("table"),
    PRIMARY_KEY("primary key"),
    UNIQUE_KEY("unique key"),
    EXCLUSION("exclusion constraint"),
    CHECK("check constraint"),
    INDEX("index"),
    STATISTICS("extended statistics"),
    VIEW("view"),
    MATERIALIZED_VIEW("materialized view"),
    RULE("rule"),
    TRIGGER("trigger"),
    POLICY("policy"),
    EVENT("event"),
    FOREIGN_KEY("foreign key"),
    PUBLICATION("publication"),
    PUBLICATION_TABLE("publication table"),
    DEFAULT_PRIVILEGES("default privileges"),
    OTHER("object");

    private final String label;

    ObjectKind(String label) {
        this.label = label;
    }

    /** The kind in words, for messages and reports. */
    public String label() {
        return label;
    }
}
