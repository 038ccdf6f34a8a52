from django.urls import path

from quizzes import starting, views

urlpatterns = [
    path("quiz/", views.index, name="quizzes"),
    path(
        "quiz/<slug:slug>/start/",
        starting.start,
        name="quiz-start",
    ),
    path("quiz/attempts/<uuid:uuid>/", views.attempt, name="quiz-attempt"),
    path("quiz/attempts/<uuid:uuid>/answer/", views.answer, name="quiz-answer"),
    path("quiz/attempts/<uuid:uuid>/finish/", views.finish, name="quiz-finish"),
    path("quiz/attempts/<uuid:uuid>/result/", views.result, name="quiz-result"),
]
