// SPDX-License-Identifier: Apache-2.0
/** Migrations that nobody here wrote, taken back one by one. */
@NullMarked
package dev.rollback.realmigrations;

import org.jspecify.annotations.NullMarked;
