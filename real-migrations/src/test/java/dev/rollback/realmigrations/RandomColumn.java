// SPDX-License-Identifier: Apache-2.0
package dev.rollback.realmigrations;

/**
 * A column of a table that was made up.
 *
 * @param byDefault empty when there is none
 * @param counted whether the server gives numbers
 */
record RandomColumn(String name, RandomType type, boolean notNull, String byDefault, boolean counted) {

    RandomColumn(String name, RandomType type, boolean notNull, String byDefault) {
        this(name, type, notNull, byDefault, false);
    }

    RandomColumn named(String other) {
        return new RandomColumn(other, type, notNull, byDefault, counted);
    }

    RandomColumn of(RandomType other) {
        return new RandomColumn(name, other, notNull, "");
    }

    RandomColumn notNull(boolean not) {
        return new RandomColumn(name, type, not, byDefault);
    }

    RandomColumn asCounter() {
        return new RandomColumn(name, type, notNull, "", true);
    }

    RandomColumn byDefault(String value) {
        return new RandomColumn(name, type, notNull, value);
    }
}
