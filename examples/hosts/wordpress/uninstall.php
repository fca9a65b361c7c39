<?php
// Deleting the plugin deletes every comparison that was kept.
defined( 'WP_UNINSTALL_PLUGIN' ) || exit;
delete_post_meta_by_key( '_crossread' );
