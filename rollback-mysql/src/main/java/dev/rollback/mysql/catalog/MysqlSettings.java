// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.catalog;

import dev.rollback.model.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the settings of one object. */
final class MysqlSettings {
    private final List<Setting> settings = new ArrayList<>();

    MysqlSettings add(String name, String value, boolean initial, List<String> apply) {
        settings.add(new Setting(name, value, apply, initial));
        return this;
    }

    /** A setting that a fresh object has when it is empty. */
    MysqlSettings add(String name, String value, String apply) {
        return add(name, value, value.isEmpty(), List.of(apply));
    }

    MysqlSettings add(Setting setting) {
        settings.add(setting);
        return this;
    }

    List<Setting> sorted() {
        settings.sort(Comparator.comparing(Setting::name));
        return settings;
    }
}
