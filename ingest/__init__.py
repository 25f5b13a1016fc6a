"""Documents in, statements out.

``ingest.extract.extract`` reads one document, ``ingest.present.present`` gives what it says as plain data and
``ingest.state.state`` as quads. ``ingest.load`` has ``build``, ``check``, ``rebuild`` and ``export`` for
stores, ``ingest.tables.knowledge`` the tables that all of them use.
"""
