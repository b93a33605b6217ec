# A thin alias: everything is in dev.py, one word each.
.PHONY: run test check bench rulebook requirements
run test check rulebook:
	python3 dev.py $@
bench:
	python3 dev.py bench start

# After a change of version in pyproject.toml: lock anew, and write what is installed, with hashes.
EXPORT = export --no-emit-project --no-default-groups --no-header --no-annotate --quiet
requirements:
	.uv/bin/python -m uv lock
	.uv/bin/python -m uv $(EXPORT) -o requirements/run.txt
	.uv/bin/python -m uv $(EXPORT) --group test -o requirements/test.txt
	.uv/bin/python -m uv $(EXPORT) --group test --group quality -o requirements/check.txt
