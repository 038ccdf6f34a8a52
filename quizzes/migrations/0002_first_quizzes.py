from django.db import migrations


class Migration(migrations.Migration):
    """Do nothing: quizzes are content, which load_dictionary reads from fixtures/quizzes.yaml.

    Databases in which an earlier version of this migration made the first quizzes keep their rows.
    """

    dependencies = [("quizzes", "0001_initial")]
    operations = []
