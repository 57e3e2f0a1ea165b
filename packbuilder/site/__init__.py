"""The site that students take packs from: values of packs and their files to static pages. Nothing is opened or written here."""
